export { undoOrders } from "./commands/undo-orders.ts";
export { countOrderChanges, createNamedCustomers, upsertOrders } from "./commands/upsert-orders.ts";
export { hasOwnNumber } from "./order-number.ts";
export { listOrderMonths, listOrders } from "./queries.ts";
