import "server-only";
import { instant, type RecordView } from "#lib/bulk/index.ts";
import { empty, sql } from "#lib/db/sql.ts";
import { OrderLineRecord, OrderRecord } from "../schema.ts";

/** More lines of an order are listed on their own only. */
const MOST_LINES = 100;

/** What an order tells by itself, without its lines; the amount is net of what came back. */
export const ORDER_COLUMNS = sql`t.ordered_on::text AS "orderedOn", ${instant(sql`t.ordered_at`)} AS "orderedAt",
  t.amount_minor::float8 AS "amountMinor", coalesce(t.gross_minor, t.amount_minor)::float8 AS "grossMinor",
  t.returned_minor::float8 AS "returnedMinor", t.currency, t.quantity, t.product_code AS "productCode", t.channel`;

/** How orders are handed out by the API. */
export const ORDER_RECORDS: RecordView<OrderRecord> = {
  table: sql`customer_order`,
  columns: sql`${ORDER_COLUMNS}, t.amount_minor::float8 AS "netMinor",
    (SELECT count(*)::int FROM order_line n WHERE n.tenant_id = t.tenant_id AND n.order_id = t.id) AS "lineCount",
    (SELECT coalesce(json_agg(json_build_object('productCode', l.product_code, 'description', l.description, 'quantity', l.quantity,
        'unitPriceMinor', l.unit_price_minor, 'amountMinor', l.amount_minor) ORDER BY l.id), '[]')
      FROM (SELECT * FROM order_line f WHERE f.tenant_id = t.tenant_id AND f.order_id = t.id ORDER BY f.id
        LIMIT ${MOST_LINES}::int) l) AS lines`,
  joins: empty,
  day: sql`t.ordered_on`,
  hasSource: false,
  hidesCustomer: false,
  schema: OrderRecord,
};

/** Lines of orders with whose and when their order was; its number is theirs as well. */
export const ORDER_LINES = sql`(SELECT l.tenant_id, l.id, l.order_id, o.external_id, l.number AS line_number, o.customer_id, o.ordered_on,
    o.ordered_at, o.channel, o.currency, coalesce(o.gross_minor, o.amount_minor) AS order_gross_minor, l.product_code,
    l.description, l.quantity, l.unit_price_minor, l.amount_minor, l.changed_import_id
  FROM order_line l JOIN customer_order o ON o.tenant_id = l.tenant_id AND o.id = l.order_id)`;

/** What a line tells, from `ORDER_LINES` as `t`. */
export const ORDER_LINE_COLUMNS = sql`t.external_id AS "orderNumber", t.ordered_on::text AS "orderedOn", ${instant(sql`t.ordered_at`)} AS "orderedAt",
  t.product_code AS "productCode", t.description, t.channel, t.quantity, t.unit_price_minor::float8 AS "unitPriceMinor",
  t.amount_minor::float8 AS "amountMinor", t.order_gross_minor::float8 AS "orderGrossMinor", t.currency`;

/** How lines of orders are handed out by the API. */
export const ORDER_LINE_RECORDS: RecordView<OrderLineRecord> = {
  table: ORDER_LINES,
  ownTable: sql`order_line`,
  columns: sql`${ORDER_LINE_COLUMNS}, t.order_id AS "orderId", t.external_id AS "orderExternalId"`,
  joins: empty,
  day: sql`t.ordered_on`,
  hasSource: false,
  hidesCustomer: false,
  schema: OrderLineRecord,
};
