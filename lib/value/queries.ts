import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { getSettings } from "#lib/workspaces/index.ts";
import type { Rates } from "#lib/workspaces/types.ts";
import { cohortTable } from "./cohort-table.ts";
import { ratesKey } from "./economics.ts";
import { type Snapshot, type ValueSettings, valueOverview } from "./overview.ts";
import { rfmGrid } from "./rfm-grid.ts";
import {
  SnapshotCells,
  SnapshotCohorts,
  SnapshotConcentration,
  SnapshotEconomics,
  SnapshotScores,
} from "./snapshot.ts";
import { type StoredMonth, valueTrend } from "./trend.ts";
import {
  type CohortTable,
  isSegment,
  type RfmGrid,
  type ValueAbsence,
  type ValueOverview,
  type ValueTrend,
} from "./types.ts";

/**
 * What the customer base is worth, as last computed; null until there is a first computation. Reads the snapshot and the
 * workspace's rates only, so it costs the same with ten thousand orders and with ten million.
 */
export async function findValueOverview(
  tx: TenantTx,
  session: Session,
): Promise<ValueOverview | null> {
  const snapshot = await findSnapshot(tx);
  if (!snapshot) return null;
  return valueOverview(snapshot, await readNow(tx, session, snapshot));
}

/** As `findValueOverview`. @throws DomainError `not_found` until there is a first computation */
export async function getValueOverview(tx: TenantTx, session: Session): Promise<ValueOverview> {
  return orNotComputed(await findValueOverview(tx, session));
}

/** The 125 RFM cells; null until they are computed. */
export async function findRfmGrid(tx: TenantTx, session: Session): Promise<RfmGrid | null> {
  const found = await findPart(tx, session, "cells");
  return found && rfmGrid(SnapshotCells.parse(found.part), found.value);
}

/** As `findRfmGrid`. @throws DomainError `not_found` until they are computed */
export async function getRfmGrid(tx: TenantTx, session: Session): Promise<RfmGrid> {
  return orNotComputed(await findRfmGrid(tx, session));
}

/** Customers by the period of their first order; null until they are computed. */
export async function findCohorts(
  tx: TenantTx,
  session: Session,
  segment: string | null = null,
): Promise<CohortTable | null> {
  const found = await findPart(tx, session, "cohorts");
  const asked = segment !== null && isSegment(segment) ? segment : null;
  return found && cohortTable(SnapshotCohorts.parse(found.part), found.value, asked);
}

/** As `findCohorts`. @throws DomainError `not_found` until they are computed */
export async function getCohorts(
  tx: TenantTx,
  session: Session,
  segment: string | null = null,
): Promise<CohortTable> {
  return orNotComputed(await findCohorts(tx, session, segment));
}

/** Value at each month's end; null until there is a first computation. Empty before the first month is over. */
export async function findValueTrend(tx: TenantTx, session: Session): Promise<ValueTrend | null> {
  const value = await findValueOverview(tx, session);
  if (!value) return null;
  const rows = await tx.$queryRaw<StoredMonth[]>`
    SELECT month_end_on::text AS "monthEndOn", segment, customers, order_count::float8 AS "orderCount",
      revenue_minor::float8 AS "revenueMinor", revenue_squared_deviations AS "squaredDeviations",
      margin_minor::float8 AS "marginMinor", cost_to_serve_minor::float8 AS "costToServeMinor",
      profit_minor::float8 AS "profitMinor", profit_squared_deviations AS "profitSquaredDeviations",
      rates_key AS "ratesKey"
    FROM value_month WHERE tenant_id = ${session.workspace.id}::uuid ORDER BY 1, 2`;
  return valueTrend(rows, value);
}

/** As `findValueTrend`. @throws DomainError `not_found` until there is a first computation */
export async function getValueTrend(tx: TenantTx, session: Session): Promise<ValueTrend> {
  return orNotComputed(await findValueTrend(tx, session));
}

/**
 * Why a query above gave null: no order has arrived yet, the first computation is on its way, or the last one is of before this was
 * computed.
 */
export async function getValueAbsence(tx: TenantTx, session: Session): Promise<ValueAbsence> {
  if (await tx.valueSnapshot.findFirst({ select: { tenantId: true } })) return "older";
  const { currency } = session.workspace;
  const order = await tx.customerOrder.findFirst({ where: { currency }, select: { id: true } });
  return order ? "computing" : "no_orders";
}

function orNotComputed<T>(found: T | null): T {
  if (found === null) throw new DomainError("not_found", "Value has not been computed yet.");
  return found;
}

/** One part of the snapshot with the overview it belongs to; null in a snapshot of before the part was stored. */
async function findPart(tx: TenantTx, session: Session, name: "cells" | "cohorts") {
  const value = await findValueOverview(tx, session);
  const row = await tx.valueSnapshot.findFirst({
    select: { cells: name === "cells", cohorts: name === "cohorts" },
  });
  const part: unknown = row?.[name] ?? null;
  return value && part !== null ? { value, part } : null;
}

async function findSnapshot(tx: TenantTx): Promise<Snapshot | null> {
  const row = await tx.valueSnapshot.findFirst({
    select: {
      asOfOn: true,
      computedAt: true,
      currency: true,
      customers: true,
      concentration: true,
      segments: true,
      economics: true,
    },
  });
  return (
    row && {
      ...row,
      asOfOn: dayOf(row.asOfOn),
      computedAt: row.computedAt.toISOString(),
      concentration: SnapshotConcentration.parse(row.concentration),
      economics: row.economics === null ? null : SnapshotEconomics.parse(row.economics),
      ...SnapshotScores.parse(row.segments),
    }
  );
}

/** The rates as they are now, and whether the snapshot is behind them, behind the chosen day, or behind an import. */
async function readNow(
  tx: TenantTx,
  session: Session,
  { chosenOn, economics, computedAt }: Snapshot,
): Promise<ValueSettings> {
  const { marginRate, costPerOrderMinor, costPerReturnMinor, costPerContactMinor } =
    await getSettings(tx, session);
  const rates = { marginRate, costPerOrderMinor, costPerReturnMinor, costPerContactMinor };
  const { valueAsOfOn } = await tx.tenant.findUniqueOrThrow({
    where: { id: session.workspace.id },
    select: { valueAsOfOn: true },
  });
  const isBehind =
    chosenOn !== (valueAsOfOn ? dayOf(valueAsOfOn) : null) || hasOtherRates(economics, rates);
  return { rates, isRefreshing: isBehind || (await hasLaterImport(tx, computedAt)) };
}

function hasOtherRates(economics: SnapshotEconomics | null, rates: Rates): boolean {
  return economics !== null && ratesKey(economics.rates) !== ratesKey(rates);
}

async function hasLaterImport(tx: TenantTx, computedAt: string): Promise<boolean> {
  const found = await tx.import.findFirst({
    where: {
      isDryRun: false,
      OR: [
        { status: "succeeded", finishedAt: { gt: computedAt } },
        { status: "undone", undoneAt: { gt: computedAt } },
      ],
    },
    select: { id: true },
  });
  return found !== null;
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
