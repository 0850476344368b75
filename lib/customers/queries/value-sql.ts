import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { isId } from "#lib/db/is-id.ts";
import { join, type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { DaySpan } from "#lib/lists/types.ts";
import { type CustomerValueFilter, parseMoved } from "../value-filter.ts";
import { planInMemory } from "./plan-in-memory.ts";

/**
 * What the Value pages ask of `customer c` and `customer_value v`.
 *
 * @throws DomainError `forbidden` for a filter by revenue or profit without the right to read value
 */
export async function valueConditions(
  tx: TenantTx,
  session: Session,
  filter: Partial<CustomerValueFilter>,
): Promise<Sql[]> {
  const { profit = [], firstOrder, ordered, bestByRevenue, bestByProfit } = filter;
  return [
    ...scoreConditions(filter),
    ...(profit.length > 0 ? profitConditions(session, profit) : []),
    ...(firstOrder ? within(sql`v.first_ordered_on`, firstOrder) : []),
    ...(ordered ? await orderedWithin(tx, session, ordered) : []),
    ...(bestByRevenue == null
      ? []
      : [await amongBest(tx, session, { column: sql`v.revenue_minor`, most: bestByRevenue })]),
    ...(bestByProfit == null
      ? []
      : [await amongBest(tx, session, { column: sql`v.profit_minor`, most: bestByProfit })]),
    ...(filter.moved ? movedConditions(session, filter.moved) : []),
  ];
}

function scoreConditions(filter: Partial<CustomerValueFilter>): Sql[] {
  const { recency = [], frequency = [], monetary = [] } = filter;
  const all: Sql[] = [];
  if (recency.length > 0) all.push(sql`v.recency_score IN (${join(recency.map(Number))})`);
  if (frequency.length > 0) all.push(sql`v.frequency_score IN (${join(frequency.map(Number))})`);
  if (monetary.length > 0) all.push(sql`v.monetary_score IN (${join(monetary.map(Number))})`);
  return all;
}

function profitConditions(session: Session, profit: CustomerValueFilter["profit"]): Sql[] {
  requireValue(session, "Your role does not show profit. Clear the profit filter.");
  const all = [sql`v.profit_minor IS NOT NULL`];
  if (!profit.includes("gain")) all.push(sql`v.profit_minor <= 0`);
  if (!profit.includes("loss")) all.push(sql`v.profit_minor > 0`);
  return all;
}

/** The days that a span asks of a column; none where it is open at both ends. */
export function within(column: Sql, { from, to }: DaySpan): Sql[] {
  return [
    ...(from === null ? [] : [sql`${column} >= ${from}::date`]),
    ...(to === null ? [] : [sql`${column} <= ${to}::date`]),
  ];
}

/** Orders as value counts them: of the workspace's currency. */
async function orderedWithin(tx: TenantTx, { workspace }: Session, days: DaySpan): Promise<Sql[]> {
  const conditions = within(sql`o.ordered_on`, days);
  if (conditions.length === 0) return [];
  await planInMemory(tx);
  return [
    sql`EXISTS (SELECT 1 FROM customer_order o WHERE o.tenant_id = ${workspace.id}::uuid
      AND o.customer_id = c.id AND o.currency = ${workspace.currency} AND ${join(conditions, " AND ")})`,
  ];
}

/** From one tier to another between two runs of lifetime value; nobody where the address names no such move. */
function movedConditions(session: Session, text: string): Sql[] {
  requireValue(session, "Your role does not show tiers. Clear that filter.");
  const moved = parseMoved(text);
  if (!(moved && isId(moved.beforeId) && isId(moved.nowId))) return [sql`false`];
  return [inTier(session, moved.beforeId, moved.from), inTier(session, moved.nowId, moved.to)];
}

/** In a tier of a run; tier 0: without a score in it. */
function inTier({ workspace }: Session, runId: string, tier: number): Sql {
  const score = sql`SELECT 1 FROM clv_score s WHERE s.tenant_id = ${workspace.id}::uuid
    AND s.customer_id = c.id AND s.run_id = ${runId}::uuid`;
  return tier === 0 ? sql`NOT EXISTS (${score})` : sql`EXISTS (${score} AND s.tier = ${tier}::int)`;
}

type Best = { column: Sql; most: number };

/** Those up to the last of the best, ties by id as in the whale curve; the last is looked up, so an index serves both. */
async function amongBest(tx: TenantTx, session: Session, { column, most }: Best): Promise<Sql> {
  requireValue(session, "Your role does not show who brings most. Clear that filter.");
  const count = Math.floor(most);
  if (count < 1) return sql`false`;
  const [last] = await tx.$queryRaw<{ amountMinor: bigint; id: string }[]>`
    SELECT ${column} AS "amountMinor", v.customer_id AS id FROM customer_value v
    WHERE v.tenant_id = ${session.workspace.id}::uuid AND ${column} IS NOT NULL
    ORDER BY ${column} DESC NULLS LAST, v.customer_id OFFSET ${count - 1} LIMIT 1`;
  if (!last) return sql`${column} IS NOT NULL`;
  const { amountMinor, id } = last;
  return sql`(${column} >= ${amountMinor} AND (${column} > ${amountMinor} OR v.customer_id <= ${id}::uuid))`;
}

export function requireValue({ permissions }: Session, refusal: string): void {
  if (!permissions.has("value:read")) throw new DomainError("forbidden", refusal);
}
