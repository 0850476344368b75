import "server-only";
import { instant, type RecordView } from "#lib/bulk/index.ts";
import { empty, sql } from "#lib/db/sql.ts";
import { OrderRecord } from "../schema.ts";

/** How orders are handed out by the API. */
export const ORDER_RECORDS: RecordView<OrderRecord> = {
  table: sql`customer_order`,
  columns: sql`t.ordered_on::text AS "orderedOn", ${instant(sql`t.ordered_at`)} AS "orderedAt", t.amount_minor::float8 AS "amountMinor",
    t.currency, t.quantity, t.product_code AS "productCode", t.channel`,
  joins: empty,
  day: sql`t.ordered_on`,
  hasSource: false,
  hidesCustomer: false,
  schema: OrderRecord,
};
