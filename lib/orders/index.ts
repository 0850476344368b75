export {
  countUnmatchedReturns,
  FIRST_MATCH_PLACE,
  type MatchPlace,
  matchReturns,
} from "./commands/match-returns.ts";
export { undoOrderLines } from "./commands/undo-order-lines.ts";
export { undoOrders } from "./commands/undo-orders.ts";
export { undoReturnMatches, undoReturns } from "./commands/undo-returns.ts";
export { putOrders } from "./commands/upsert-orders.ts";
export { countOrderRowChanges, writeOrderRows } from "./commands/write-order-rows.ts";
export { hasOwnNumber } from "./order-number.ts";
export { findLineNumbers, type LineNumbers } from "./queries/line-numbers.ts";
export {
  ORDER_COLUMNS,
  ORDER_LINE_COLUMNS,
  ORDER_LINE_RECORDS,
  ORDER_LINES,
  ORDER_RECORDS,
} from "./queries/records.ts";
export { findStoredOrders } from "./queries/stored-orders.ts";
export { listOrderMonths, listOrders } from "./queries.ts";
export { OrderItem, OrderLineRecord, OrderRecord } from "./schema.ts";
