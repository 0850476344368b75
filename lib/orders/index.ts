export { undoOrders } from "./commands/undo-orders.ts";
export { countOrderChanges, putOrders, upsertOrders } from "./commands/upsert-orders.ts";
export { hasOwnNumber } from "./order-number.ts";
export { ORDER_RECORDS } from "./queries/records.ts";
export { listOrderMonths, listOrders } from "./queries.ts";
export { OrderItem, OrderRecord } from "./schema.ts";
