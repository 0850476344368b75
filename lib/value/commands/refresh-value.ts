import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { concentrationRanks } from "../concentration.ts";
import { segmentsInCellOrder } from "../rfm-segments.ts";
import { type SnapshotConcentration, SnapshotSegments } from "../snapshot.ts";

/** What a computation found. `asOfOn` is null where there is no order to count back from. */
export type RefreshedValue = { asOfOn: string | null; customers: number; changedCustomers: number };

/**
 * Compute revenue, RFM scores and segment of every customer, and the snapshot the Value page reads, as of the workspace's
 * value day or else its last order. May run twice without harm; a customer whose value is the same is not written.
 *
 * Counts orders in the workspace's currency, up to that day. Takes seconds at a million orders: give it a `timeoutMs`.
 */
export async function refreshValue(
  tx: TenantTx,
  session: Session,
  now: Date,
): Promise<RefreshedValue> {
  await prepare(tx);
  const scope = await readScope(tx, session);
  const changedCustomers = await writeCustomerValues(tx, session, scope);
  const segments = await readSegments(tx, session);
  const customers = segments.reduce((sum, segment) => sum + segment.customers, 0);
  if (scope.asOfOn === null) await tx.valueSnapshot.deleteMany({});
  else
    await writeSnapshot(tx, session, { ...scope, asOfOn: scope.asOfOn, segments, computedAt: now });
  const refreshed = { asOfOn: scope.asOfOn, customers, changedCustomers };
  await recordEvent(tx, session, {
    action: "value.computed",
    object: { type: "value_snapshot", id: null },
    after: refreshed,
  });
  return refreshed;
}

/** A workspace just imported has no statistics yet: planned for one row, a nested loop over all of them never ends. */
async function prepare(tx: TenantTx): Promise<void> {
  await tx.$queryRaw`
    SELECT set_config('work_mem', '32MB', true), set_config('enable_nestloop', 'off', true)`;
}

/** `asOfOn` is `chosenOn` or else the day of the last order. */
type Scope = { currency: string; chosenOn: string | null; asOfOn: string | null };

async function readScope(tx: TenantTx, session: Session): Promise<Scope> {
  const [scope] = await tx.$queryRaw<Scope[]>`
    SELECT t.currency, t.value_as_of_on::text AS "chosenOn", coalesce(t.value_as_of_on, (
      SELECT max(o.ordered_on) FROM customer_order o
      WHERE o.tenant_id = ${session.workspace.id}::uuid AND o.currency = t.currency
    ))::text AS "asOfOn"
    FROM tenant t WHERE t.id = ${session.workspace.id}::uuid`;
  if (!scope) throw new Error("The workspace of this transaction does not exist");
  return scope;
}

/**
 * Scores as in rfm.ts: rank() − 1 customers have a strictly lower value, dividing whole numbers is the floor, and all score 3
 * where there is no spread.
 */
function writeCustomerValues(
  tx: TenantTx,
  session: Session,
  { currency, asOfOn }: Scope,
): Promise<number> {
  const tenantId = session.workspace.id;
  return tx.$executeRaw`
    WITH fact AS (
      SELECT o.customer_id, min(o.ordered_on) AS first_on, max(o.ordered_on) AS last_on,
        count(DISTINCT o.ordered_on) AS days, count(*) AS orders, sum(o.amount_minor) AS revenue
      FROM customer_order o
      WHERE o.tenant_id = ${tenantId}::uuid AND o.currency = ${currency} AND o.ordered_on <= ${asOfOn}::date
      GROUP BY o.customer_id
    ), score AS (
      SELECT fact.*,
        CASE WHEN min(last_on) OVER () = max(last_on) OVER () THEN 3
          ELSE 1 + 5 * (rank() OVER (ORDER BY last_on) - 1) / count(*) OVER () END AS r,
        CASE WHEN min(days) OVER () = max(days) OVER () THEN 3
          ELSE 1 + 5 * (rank() OVER (ORDER BY days) - 1) / count(*) OVER () END AS f,
        CASE WHEN min(revenue) OVER () = max(revenue) OVER () THEN 3
          ELSE 1 + 5 * (rank() OVER (ORDER BY revenue) - 1) / count(*) OVER () END AS m
      FROM fact
    )
    INSERT INTO customer_value AS v (tenant_id, customer_id, first_ordered_on, last_ordered_on, purchase_days,
      order_count, revenue_minor, recency_score, frequency_score, monetary_score, segment)
    SELECT ${tenantId}::uuid, c.id, s.first_on, s.last_on, s.days, s.orders, s.revenue, s.r, s.f, s.m,
      coalesce((${segmentsInCellOrder()}::text[])[25 * (s.r - 1) + 5 * (s.f - 1) + s.m], 'no_orders')
    FROM customer c LEFT JOIN score s ON s.customer_id = c.id
    WHERE c.tenant_id = ${tenantId}::uuid
    ON CONFLICT (tenant_id, customer_id) DO UPDATE SET
      first_ordered_on = excluded.first_ordered_on, last_ordered_on = excluded.last_ordered_on,
      purchase_days = excluded.purchase_days, order_count = excluded.order_count,
      revenue_minor = excluded.revenue_minor, recency_score = excluded.recency_score,
      frequency_score = excluded.frequency_score, monetary_score = excluded.monetary_score,
      segment = excluded.segment
    WHERE (v.first_ordered_on, v.last_ordered_on, v.purchase_days, v.order_count, v.revenue_minor,
        v.recency_score, v.frequency_score, v.monetary_score, v.segment)
      IS DISTINCT FROM (excluded.first_ordered_on, excluded.last_ordered_on, excluded.purchase_days,
        excluded.order_count, excluded.revenue_minor, excluded.recency_score, excluded.frequency_score,
        excluded.monetary_score, excluded.segment)`;
}

/** var_samp is Postgres's stable one-pass variance; a sum of plain squares would lose the small digits. */
async function readSegments(tx: TenantTx, session: Session): Promise<SnapshotSegments> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT v.segment, count(*)::int AS customers,
      coalesce(sum(v.order_count), 0)::float8 AS "orderCount",
      coalesce(sum(v.purchase_days), 0)::float8 AS "purchaseDays",
      coalesce(sum(v.revenue_minor), 0)::float8 AS "revenueMinor",
      coalesce(var_samp(v.revenue_minor::float8) * (count(*) - 1), 0) AS "squaredDeviations",
      min(v.first_ordered_on)::text AS "firstOrderedOn", max(v.last_ordered_on)::text AS "lastOrderedOn"
    FROM customer_value v WHERE v.tenant_id = ${session.workspace.id}::uuid
    GROUP BY v.segment`;
  return SnapshotSegments.parse(rows);
}

type NewSnapshot = Scope & { asOfOn: string; segments: SnapshotSegments; computedAt: Date };

async function writeSnapshot(tx: TenantTx, session: Session, snapshot: NewSnapshot): Promise<void> {
  const { segments, currency, chosenOn, computedAt } = snapshot;
  const sum = (key: "customers" | "orderCount" | "revenueMinor") =>
    segments.reduce((total, segment) => total + segment[key], 0);
  const row = {
    asOfOn: new Date(snapshot.asOfOn),
    computedAt,
    currency,
    customers: sum("customers"),
    orderCount: sum("orderCount"),
    revenueMinor: BigInt(sum("revenueMinor")),
    concentration: await readConcentration(tx, session, segments),
    segments: { chosenOn, segments, hasNoSpread: await readHasNoSpread(tx, session) },
  };
  await tx.valueSnapshot.upsert({
    where: { tenantId: session.workspace.id },
    create: row,
    update: row,
  });
}

/** Whether customers are all alike in some dimension: with a spread, the lowest value always scores 1. */
async function readHasNoSpread(tx: TenantTx, session: Session): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ hasNoSpread: boolean }[]>`
    SELECT coalesce(greatest(min(v.recency_score), min(v.frequency_score), min(v.monetary_score)) > 1, false)
      AS "hasNoSpread"
    FROM customer_value v WHERE v.tenant_id = ${session.workspace.id}::uuid`;
  return row?.hasNoSpread ?? false;
}

async function readConcentration(
  tx: TenantTx,
  session: Session,
  segments: SnapshotSegments,
): Promise<SnapshotConcentration> {
  const buyers = segments.filter(({ segment }) => segment !== "no_orders");
  const ranks = concentrationRanks(buyers.reduce((sum, { customers }) => sum + customers, 0));
  const rows = await tx.$queryRaw<{ customers: number; revenueMinor: number }[]>`
    SELECT customers::int, revenue::float8 AS "revenueMinor" FROM (
      SELECT row_number() OVER best_first AS customers, sum(v.revenue_minor) OVER best_first AS revenue
      FROM customer_value v
      WHERE v.tenant_id = ${session.workspace.id}::uuid AND v.revenue_minor IS NOT NULL
      WINDOW best_first AS (ORDER BY v.revenue_minor DESC, v.customer_id ROWS UNBOUNDED PRECEDING)
    ) cumulative WHERE customers = ANY(${ranks.map(({ customers }) => customers)}::int[])`;
  const revenueOf = new Map(rows.map(({ customers, revenueMinor }) => [customers, revenueMinor]));
  return ranks.map((rank) => ({ ...rank, revenueMinor: revenueOf.get(rank.customers) ?? 0 }));
}
