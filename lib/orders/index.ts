export { countOrderChanges, upsertOrders } from "./commands/upsert-orders.ts";
export { listOrderMonths, listOrders } from "./queries.ts";
export type { OrderToWrite, WrittenCounts } from "./types.ts";
