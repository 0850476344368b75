/** An order as an import or the API hands it over. Money in minor units; days YYYY-MM-DD; instants ISO 8601. */
export type OrderToWrite = {
  part?: undefined;
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

/** One line of an order. Money in minor units. */
export type OrderLineToWrite = {
  part: "line";
  line: number;
  /** Of the line among all of a file: its order's number and its own */
  externalId: string;
  orderExternalId: string;
  /** Within its order, however often it is sent */
  number: string;
  /** Whether it is the order's first in its file: that one says whose the order is, and when it was */
  isFirst: boolean;
  customerExternalId: string;
  orderedOn: string;
  orderedAt: string | null;
  channel: string | null;
  currency: string;
  /** Of the whole order; null where its lines add up to it */
  totalMinor: number | null;
  productCode: string | null;
  description: string | null;
  quantity: number | null;
  unitPriceMinor: number;
  amountMinor: number;
};

/** A row that calls a stored order off: it leaves, with its lines and what came back of it. */
export type OrderToRemove = {
  part: "called_off";
  line: number;
  /** Of the row among all of a file */
  externalId: string;
  orderExternalId: string;
};

/** A row of an orders file. */
export type OrderRowToWrite = OrderToWrite | OrderLineToWrite | ReturnToWrite | OrderToRemove;

/** What came back of an order. Amount and quantity are counted from 0 up. */
export type ReturnToWrite = {
  part: "return";
  line: number;
  externalId: string;
  /** The number its row came with, of itself or of the order; null for none */
  number: string | null;
  /** The number of the order it says it belongs to */
  returnOf: string | null;
  customerExternalId: string;
  returnedOn: string;
  amountMinor: number;
  currency: string;
  quantity: number | null;
  productCode: string | null;
};
