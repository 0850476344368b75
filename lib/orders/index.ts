export { undoOrders } from "./commands/undo-orders.ts";
export { countOrderChanges, createNamedCustomers, upsertOrders } from "./commands/upsert-orders.ts";
export { listOrderMonths, listOrders } from "./queries.ts";
