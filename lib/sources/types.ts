/** What kind of place it is. */
export const SOURCE_KINDS = [
  "survey",
  "complaint_log",
  "service_log",
  "sales_log",
  "crm",
  "orders",
  "win_loss",
  "social",
  "reviews",
  "finance",
  "other",
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];
