/** What it cost to win a customer, or what a channel cost in a span of days. Money in minor units; days YYYY-MM-DD. */
export type AcquisitionCostToWrite = {
  /** Line of the file, for the ledger */
  line: number;
  externalId: string;
  /** null for what a channel cost */
  customerExternalId: string | null;
  channel: string | null;
  startedOn: string;
  /** Counted too */
  endedOn: string;
  amountMinor: number;
  currency: string;
};
