export const PERIODS = ["week", "month", "quarter", "year"] as const;
export type Period = (typeof PERIODS)[number];

/** What a customer pays by contract, as an import or the API hands it over. Money in minor units; days YYYY-MM-DD. */
export type SubscriptionToWrite = {
  /** Line of the file, for the ledger */
  line: number;
  externalId: string;
  customerExternalId: string;
  plan: string | null;
  startedOn: string;
  /** null while it runs; undefined where nothing is said of it: what is stored stays */
  endedOn: string | null | undefined;
  /** Of one period */
  priceMinor: number | null;
  currency: string | null;
  period: Period | null;
};
