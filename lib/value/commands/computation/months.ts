import "server-only";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { wholeMonthEnds } from "../../cohort-periods.ts";
import { ratesKey } from "../../economics.ts";
import type { Scope } from "./scope.ts";
import { scoredCustomers } from "./scored-customers.ts";

/** A month's end, and what tells the orders up to then. */
export type MonthToWrite = { monthEndOn: string; ordersKey: string };

/** Ten years: a single order with a mistyped year must not cost a thousand computations. */
const MOST_MONTHS = 120;

/** Which month ends are to be computed: those that are not stored, or were stored from other orders or rates. */
export async function findStaleMonths(tx: TenantTx, scope: Scope): Promise<MonthToWrite[]> {
  const stored = await tx.valueMonth.findMany({
    distinct: ["monthEndOn"],
    select: { monthEndOn: true, ordersKey: true, ratesKey: true },
  });
  const keys = new Map(
    stored.map((month) => [dayOf(month.monthEndOn), `${month.ordersKey} ${month.ratesKey}`]),
  );
  const wanted = await listMonths(tx, scope);
  return wanted.filter(
    ({ monthEndOn, ordersKey }) => keys.get(monthEndOn) !== `${ordersKey} ${ratesKey(scope.rates)}`,
  );
}

/** Take away the months before the first order and after the last whole one: their orders are gone. */
export async function deleteOtherMonths(tx: TenantTx, scope: Scope): Promise<void> {
  const ends = monthEnds(scope);
  await tx.valueMonth.deleteMany({
    where: { monthEndOn: { notIn: ends.map((end) => new Date(end)) } },
  });
}

/** Compute and store one month's end afresh. */
export async function writeMonth(
  tx: TenantTx,
  scope: Scope,
  { monthEndOn, ordersKey }: MonthToWrite,
): Promise<void> {
  await tx.valueMonth.deleteMany({ where: { monthEndOn: new Date(monthEndOn) } });
  await tx.$executeRaw`
    INSERT INTO value_month (tenant_id, month_end_on, segment, customers, order_count, revenue_minor,
      revenue_squared_deviations, margin_minor, cost_to_serve_minor, profit_minor, profit_squared_deviations,
      orders_key, rates_key)
    SELECT ${scope.tenantId}::uuid, ${monthEndOn}::date, segment, count(*), sum(orders), sum(revenue),
      var_pop(revenue::float8) * count(*), sum(margin), sum(cost), sum(profit), var_pop(profit::float8) * count(*),
      ${ordersKey}, ${ratesKey(scope.rates)}
    FROM (${scoredCustomers(scope, monthEndOn)}) score GROUP BY segment`;
}

type OrdersOfMonth = { monthOn: string; orders: bigint; revenue: bigint; hash: string };

async function listMonths(tx: TenantTx, scope: Scope): Promise<MonthToWrite[]> {
  const rows = await tx.$queryRaw<OrdersOfMonth[]>`
    SELECT to_char(o.ordered_on, 'YYYY-MM') AS "monthOn", count(*) AS orders,
      sum(o.amount_minor)::bigint AS revenue,
      sum(hash_record_extended(ROW(o.customer_id, o.ordered_on, o.amount_minor), 0))::text AS hash
    FROM customer_order o
    WHERE o.tenant_id = ${scope.tenantId}::uuid AND o.currency = ${scope.currency}
    GROUP BY 1 ORDER BY 1`;
  return monthEnds(scope).map((monthEndOn) => ({
    monthEndOn,
    ordersKey: keyOf(rows.filter(({ monthOn }) => monthOn <= monthEndOn.slice(0, 7))),
  }));
}

/** Orders, revenue and a sum of hashes up to a month's end: other orders, another key. */
function keyOf(rows: readonly OrdersOfMonth[]): string {
  const sum = (of: (row: OrdersOfMonth) => bigint) => rows.reduce((all, row) => all + of(row), 0n);
  return [
    sum(({ orders }) => orders),
    sum(({ revenue }) => revenue),
    sum((row) => BigInt(row.hash)),
  ].join(" ");
}

function monthEnds({ firstOrderedOn, lastOrderedOn }: Scope): string[] {
  if (firstOrderedOn === null || lastOrderedOn === null) return [];
  return wholeMonthEnds(firstOrderedOn, lastOrderedOn).slice(-MOST_MONTHS);
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
