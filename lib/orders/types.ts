/** An order as an import or the API hands it over. Money in minor units; days YYYY-MM-DD; instants ISO 8601. */
export type OrderToWrite = {
  /** Line of the file, for the ledger */
  line: number;
  externalId: string;
  customerExternalId: string;
  orderedOn: string;
  orderedAt: string | null;
  amountMinor: number;
  currency: string;
  quantity: number | null;
  productCode: string | null;
  channel: string | null;
};

export type WrittenCounts = { created: number; updated: number };

/** What writing would do. A customer may stand in several chunks of a file, so they come by number. */
export type ExpectedCounts = { created: number; updated: number; unknownCustomers: string[] };

/** Lines of an import's ledger: after `afterLine`, up to and with `lastLine`. */
export type LedgerStretch = { importId: string; afterLine: number; lastLine: number };

/** What became of the rows when an import was taken back. */
export type UndoneCounts = { removed: number; restored: number; kept: number };
