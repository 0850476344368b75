import "server-only";
import { z } from "zod";
import type { Session } from "#lib/auth/types.ts";
import type { OrderLine, OrderMonth, OrderRow } from "#lib/customers/types.ts";
import { arrayLiteral } from "#lib/db/array-literal.ts";
import { isId } from "#lib/db/is-id.ts";
import { decodePageKey, encodePageKey, KeyDay } from "#lib/db/page-key.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { Page, PageRequest } from "#lib/lists/types.ts";
import { hasOwnNumber } from "./order-number.ts";

const ROW = {
  id: true,
  externalId: true,
  orderedOn: true,
  amountMinor: true,
  grossMinor: true,
  returnedMinor: true,
  currency: true,
  quantity: true,
  productCode: true,
  channel: true,
} as const;

/** More lines of an order are not shown. */
const MOST_LINES = 50;

/** Where a page of a customer's orders ended. */
const OrderKey = z.object({ orderedOn: KeyDay, id: z.uuid() });
type OrderKey = z.output<typeof OrderKey>;

/**
 * A customer's orders, the newest first; none for those who may not read orders.
 *
 * @throws DomainError `invalid_input` when `after` is not a key of this list
 */
export async function listOrders(
  tx: TenantTx,
  session: Session,
  customerId: string,
  { after, limit }: PageRequest,
): Promise<Page<OrderRow>> {
  if (!session.permissions.has("order:read") || !isId(customerId)) return { items: [], next: null };
  const list = `orders_of-${customerId}`;
  const key = decodePageKey(list, OrderKey, after);
  const rows = await tx.customerOrder.findMany({
    where: { customerId, ...(key ? olderThan(key) : {}) },
    select: ROW,
    orderBy: [{ orderedOn: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const lines = await linesOf(
    tx,
    session,
    shown.map(({ id }) => id),
  );
  const items = shown.map((row) => ({
    ...row,
    orderedOn: dayOf(row.orderedOn),
    amountMinor: Number(row.amountMinor),
    grossMinor: Number(row.grossMinor ?? row.amountMinor),
    returnedMinor: Number(row.returnedMinor),
    hasOwnNumber: hasOwnNumber(row.externalId),
    lines: lines.get(row.id)?.slice(0, MOST_LINES) ?? [],
    hasMoreLines: (lines.get(row.id)?.length ?? 0) > MOST_LINES,
  }));
  const last = items.at(-1);
  return {
    items,
    next:
      rows.length > limit && last
        ? encodePageKey(list, { orderedOn: last.orderedOn, id: last.id })
        : null,
  };
}

/** The lines of each order, as they came; of a long order one more than are shown. */
async function linesOf(
  tx: TenantTx,
  { workspace }: Session,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, OrderLine[]>> {
  if (orderIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<(OrderLine & { orderId: string })[]>`
    SELECT o.id AS "orderId", l.* FROM unnest(${arrayLiteral(orderIds)}::uuid[]) AS o (id) CROSS JOIN LATERAL (
      SELECT id, product_code AS "productCode", description, quantity, unit_price_minor::float8 AS "unitPriceMinor",
        amount_minor::float8 AS "amountMinor"
      FROM order_line l WHERE l.tenant_id = ${workspace.id}::uuid AND l.order_id = o.id
      ORDER BY l.id LIMIT ${MOST_LINES + 1}::int) AS l`;
  const lines = new Map<string, OrderLine[]>();
  for (const { orderId, ...line } of rows)
    lines.set(orderId, [...(lines.get(orderId) ?? []), line]);
  return lines;
}

/** Months in which a customer ordered, in the workspace's currency, the first one first. */
export async function listOrderMonths(
  tx: TenantTx,
  session: Session,
  customerId: string,
): Promise<OrderMonth[]> {
  if (!session.permissions.has("order:read") || !isId(customerId)) return [];
  return tx.$queryRaw<OrderMonth[]>`
    SELECT to_char(o.ordered_on, 'YYYY-MM') AS month, count(*)::int AS orders,
      sum(o.amount_minor)::float8 AS "revenueMinor"
    FROM customer_order o
    WHERE o.tenant_id = ${session.workspace.id}::uuid AND o.customer_id = ${customerId}::uuid
      AND o.currency = ${session.workspace.currency}
    GROUP BY 1 ORDER BY 1`;
}

function olderThan({ orderedOn, id }: OrderKey) {
  const day = new Date(orderedOn);
  return { OR: [{ orderedOn: { lt: day } }, { orderedOn: day, id: { lt: id } }] };
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
