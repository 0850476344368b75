export { undoOrders } from "./commands/undo-orders.ts";
export { countOrderChanges, upsertOrders } from "./commands/upsert-orders.ts";
export { hasOwnNumber } from "./order-number.ts";
export { listOrderMonths, listOrders } from "./queries.ts";
