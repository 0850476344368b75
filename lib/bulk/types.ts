/** Registers that hold names: rows of others point at them. */
export const NAMED_ENTITIES = ["touchpoint", "segment", "department"] as const;
export type NamedEntity = (typeof NAMED_ENTITIES)[number];

/** What the ledger of an import calls the rows of each table. */
export type LedgerEntity =
  | "order"
  | "order_line"
  | "order_return"
  | "return_match"
  | "subscription"
  | "signal"
  | "interaction"
  | "complaint"
  | "win_loss"
  | "activity_rate"
  | "acquisition_cost"
  | "segment_listing"
  | "customer"
  | NamedEntity;

/** What every row says that is written by its number. */
export type BulkRow = {
  /** Line of the file, for the ledger */
  line: number;
  externalId: string;
  /** null where it is about no known customer */
  customerExternalId?: string | null;
  /** The source whose number it has, where the row itself says so */
  sourceName?: string;
};

/** Whose rows they are: the import that writes them, and the source that their numbers belong to. */
export type BulkOrigin = { importId: string; sourceId: string };

/** What became of a row that was written without an import. */
export type PutOutcome = "created" | "updated" | "unchanged";
export type PutRow = { id: string; externalId: string; outcome: PutOutcome };

export type WrittenCounts = { created: number; updated: number };

/** What writing would do. A customer may stand in several chunks of a file, so they come by number. */
export type ExpectedCounts = WrittenCounts & { unknownCustomers: string[] };

/** Lines of an import's ledger: after `afterLine`, up to and with `lastLine`. */
export type LedgerStretch = { importId: string; afterLine: number; lastLine: number };

/** What became of the rows when an import was taken back. */
export type UndoneCounts = { removed: number; restored: number; kept: number };
