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

/** How often new rows are expected of a source. */
export const REFRESH_RHYTHMS = [
  "live",
  "daily",
  "weekly",
  "monthly",
  "quarterly",
  "yearly",
  "on_demand",
] as const;
export type RefreshRhythm = (typeof REFRESH_RHYTHMS)[number];

/** The rows a source can hold, by the import that writes them. */
export const SOURCE_ROW_KINDS = [
  "customers",
  "orders",
  "signals",
  "interactions",
  "complaints",
  "win_loss",
  "subscriptions",
  "activity_rates",
  "acquisition_costs",
] as const;
export type SourceRowKind = (typeof SOURCE_ROW_KINDS)[number];

/** Rows of each kind; a kind without rows is left out. */
export type SourceRowCounts = Partial<Record<SourceRowKind, number>>;

/** The last import that wrote rows and stands. Instants are ISO 8601 in UTC. */
export type SourceImport = {
  id: string;
  finishedAt: string;
  /** null for the command line, a key, and who is gone */
  byName: string | null;
};

/** A source as the register shows it. Days YYYY-MM-DD. */
export type SourceRow = {
  id: string;
  name: string;
  kind: SourceKind;
  owner: { id: string; name: string } | null;
  rhythm: RefreshRhythm;
  lastImport: SourceImport | null;
  /** The day a decision last rested on it, and who says so */
  lastUse: { on: string; byName: string | null } | null;
  /** Its fetches from an address; null for one that nobody fetches */
  fetching: { failures: number; isGivenUp: boolean } | null;
  createdAt: string;
  isArchived: boolean;
  version: number;
};

/** A source with what it holds. */
export type CountedSource = SourceRow & { rows: SourceRowCounts; rowCount: number };

/** Rows of one calendar month YYYY-MM. */
export type SourceMonth = { month: string; rows: number };
