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
