export const RATE_UNITS = ["minute", "contact", "order", "visit", "month"] as const;
export type RateUnit = (typeof RATE_UNITS)[number];

/** What one unit of an activity costs from a day on, as an import or the API hands it over. Money in minor units. */
export type ActivityRateToWrite = {
  /** Line of the file, for the ledger */
  line: number;
  /** The activity and the day */
  externalId: string;
  activity: string;
  unit: RateUnit;
  costMinor: number;
  currency: string;
  /** YYYY-MM-DD */
  validFrom: string;
};
