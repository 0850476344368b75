import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import { withTenant } from "#lib/db/with-tenant.ts";

/** An order of a test: whose, on which day, how much in minor units. */
export type TestOrder = { customer: string; day: string; amountMinor: number; currency?: string };

/** Customer numbers and their names; null for none. */
export type TestCustomers = Readonly<
  Record<string, { name?: string; email?: string; phone?: string } | null>
>;

/** Make customers by number, and return their ids. */
export async function addCustomers(
  session: Session,
  customers: TestCustomers,
): Promise<Map<string, string>> {
  const rows = Object.entries(customers).map(([externalId, facts]) => ({
    id: newId(),
    externalId,
    ...facts,
  }));
  await withTenant(session, "customer:write", (tx) => tx.customer.createMany({ data: rows }), {
    timeoutMs: 60_000,
  });
  return new Map(rows.map(({ externalId, id }) => [externalId, id]));
}

/** Make orders, and the customers they name, and return the customers' ids. */
export async function addOrders(
  session: Session,
  orders: readonly TestOrder[],
): Promise<Map<string, string>> {
  const numbers = [...new Set(orders.map(({ customer }) => customer))];
  const ids = await addCustomers(
    session,
    Object.fromEntries(numbers.map((number) => [number, null])),
  );
  await addOrdersOf(session, ids, orders);
  return ids;
}

/** Make orders of customers that are there. */
export async function addOrdersOf(
  session: Session,
  ids: ReadonlyMap<string, string>,
  orders: readonly TestOrder[],
): Promise<void> {
  const rows = orders.map(({ customer, day, amountMinor, currency }) => ({
    id: newId(),
    externalId: `O-${newId()}`,
    customerId: ids.get(customer) ?? "",
    orderedOn: new Date(day),
    amountMinor: BigInt(amountMinor),
    currency: currency ?? session.workspace.currency,
  }));
  for (let at = 0; at < rows.length; at += 5_000) {
    await withTenant(
      session,
      "order:write",
      (tx) => tx.customerOrder.createMany({ data: rows.slice(at, at + 5_000) }),
      { timeoutMs: 60_000 },
    );
  }
}

/** Orders, their lines and what came back of them, without ids. */
export function orderedState(session: Session) {
  return withTenant(session, "order:read", async (tx) => {
    const customer = { select: { externalId: true } } as const;
    const order = { select: { externalId: true } } as const;
    const orders = await tx.customerOrder.findMany({
      include: { customer },
      orderBy: { externalId: "asc" },
    });
    const lines = await tx.orderLine.findMany({
      include: { order },
      orderBy: [{ order: { externalId: "asc" } }, { number: "asc" }],
    });
    const returns = await tx.orderReturn.findMany({
      include: { customer, order },
      orderBy: { externalId: "asc" },
    });
    return {
      orders: orders.map(({ id, customerId, ...row }) => ({
        ...row,
        customer: row.customer.externalId,
      })),
      lines: lines.map(({ id, orderId, ...row }) => ({ ...row, order: row.order.externalId })),
      returns: returns.map(({ id, orderId, customerId, ...row }) => ({
        ...row,
        customer: row.customer.externalId,
        order: row.order?.externalId ?? null,
      })),
    };
  });
}
