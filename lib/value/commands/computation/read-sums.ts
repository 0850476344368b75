import "server-only";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { concentrationRanks } from "../../concentration.ts";
import {
  SnapshotCells,
  type SnapshotConcentration,
  type SnapshotEconomics,
  SnapshotSegments,
} from "../../snapshot.ts";
import type { Scope } from "./scope.ts";

/** var_samp is Postgres's stable one-pass variance; a sum of plain squares would lose the small digits. */
export async function readSegments(tx: TenantTx, { tenantId }: Scope): Promise<SnapshotSegments> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT v.segment, count(*)::int AS customers,
      coalesce(sum(v.order_count), 0)::float8 AS "orderCount",
      coalesce(sum(v.purchase_days), 0)::float8 AS "purchaseDays",
      coalesce(sum(v.revenue_minor), 0)::float8 AS "revenueMinor",
      coalesce(var_samp(v.revenue_minor::float8) * (count(*) - 1), 0) AS "squaredDeviations",
      sum(v.margin_minor)::float8 AS "marginMinor",
      sum(v.cost_to_serve_minor)::float8 AS "costToServeMinor",
      sum(v.profit_minor)::float8 AS "profitMinor",
      var_pop(v.profit_minor::float8) * count(*) AS "profitSquaredDeviations",
      min(v.first_ordered_on)::text AS "firstOrderedOn", max(v.last_ordered_on)::text AS "lastOrderedOn"
    FROM customer_value v WHERE v.tenant_id = ${tenantId}::uuid
    GROUP BY v.segment`;
  return SnapshotSegments.parse(rows);
}

/** The RFM cells that hold customers. */
export async function readCells(tx: TenantTx, { tenantId }: Scope): Promise<SnapshotCells> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT v.recency_score AS recency, v.frequency_score AS frequency, v.monetary_score AS monetary,
      count(*)::int AS customers, sum(v.order_count)::float8 AS "orderCount",
      sum(v.revenue_minor)::float8 AS "revenueMinor", sum(v.profit_minor)::float8 AS "profitMinor"
    FROM customer_value v WHERE v.tenant_id = ${tenantId}::uuid AND v.recency_score IS NOT NULL
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
  return SnapshotCells.parse(rows);
}

/** Whether customers are all alike in some dimension: with a spread, the lowest value always scores 1. */
export function hasNoSpread(cells: SnapshotCells): boolean {
  const least = (score: (cell: SnapshotCells[number]) => number) => Math.min(...cells.map(score));
  return (
    cells.length > 0 &&
    Math.max(
      least((cell) => cell.recency),
      least((cell) => cell.frequency),
      least((cell) => cell.monetary),
    ) > 1
  );
}

/** The curve of revenue over so many customers with orders. */
export async function readConcentration(
  tx: TenantTx,
  { tenantId }: Scope,
  customers: number,
): Promise<SnapshotConcentration> {
  const ranks = concentrationRanks(customers);
  const rows = await tx.$queryRaw<{ customers: number; revenueMinor: number }[]>`
    SELECT customers::int, revenue::float8 AS "revenueMinor" FROM (
      SELECT row_number() OVER best_first AS customers, sum(v.revenue_minor) OVER best_first AS revenue
      FROM customer_value v
      WHERE v.tenant_id = ${tenantId}::uuid AND v.revenue_minor IS NOT NULL
      WINDOW best_first AS (ORDER BY v.revenue_minor DESC, v.customer_id ROWS UNBOUNDED PRECEDING)
    ) cumulative WHERE customers = ANY(${ranks.map((rank) => rank.customers)}::int[])`;
  const revenueOf = new Map(rows.map((row) => [row.customers, row.revenueMinor]));
  return ranks.map((rank) => ({ ...rank, revenueMinor: revenueOf.get(rank.customers) ?? 0 }));
}

/** The rates in force and, where the margin is set, the curve of profit and its peak. */
export async function readEconomics(
  tx: TenantTx,
  { tenantId, rates, ratesVersion }: Scope,
  customers: number,
): Promise<SnapshotEconomics> {
  if (rates.marginRate === null) return { ratesVersion, rates, concentration: [], peak: null };
  const ranks = concentrationRanks(customers);
  const rows = await tx.$queryRaw<{ customers: number; profitMinor: number }[]>`
    SELECT customers::int, profit::float8 AS "profitMinor" FROM (
      SELECT row_number() OVER best_first AS customers, sum(v.profit_minor) OVER best_first AS profit
      FROM customer_value v
      WHERE v.tenant_id = ${tenantId}::uuid AND v.profit_minor IS NOT NULL
      WINDOW best_first AS (ORDER BY v.profit_minor DESC, v.customer_id ROWS UNBOUNDED PRECEDING)
    ) cumulative WHERE customers = ANY(${ranks.map((rank) => rank.customers)}::int[])`;
  const profitOf = new Map(rows.map((row) => [row.customers, row.profitMinor]));
  return {
    ratesVersion,
    rates,
    concentration: ranks.map((rank) => ({
      ...rank,
      profitMinor: profitOf.get(rank.customers) ?? 0,
    })),
    peak: await readPeak(tx, tenantId),
  };
}

async function readPeak(tx: TenantTx, tenantId: string): Promise<SnapshotEconomics["peak"]> {
  const [peak] = await tx.$queryRaw<{ customers: number; profitMinor: number }[]>`
    SELECT count(*)::int AS customers, coalesce(sum(v.profit_minor), 0)::float8 AS "profitMinor"
    FROM customer_value v WHERE v.tenant_id = ${tenantId}::uuid AND v.profit_minor > 0`;
  return peak ?? null;
}
