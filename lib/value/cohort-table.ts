import { wilsonInterval } from "#lib/stats/wilson-interval.ts";
import { addPeriods, type CohortPeriod, isFinished, periodsBetween } from "./cohort-periods.ts";
import type { OrderRates } from "./economics.ts";
import { FEWEST_CUSTOMERS } from "./headline-segment.ts";
import { perCustomer } from "./per-customer.ts";
import type { SnapshotCohorts } from "./snapshot.ts";
import {
  type Cohort,
  type CohortCell,
  type CohortTable,
  SEGMENTS,
  type Segment,
  type ValueOverview,
} from "./types.ts";

type Row = SnapshotCohorts["rows"][number];
type Given = { period: CohortPeriod; asOfOn: string; rates: OrderRates };

/**
 * Customers by the period of their first order: which share orders again in each period since, and what they have brought so far
 * each. A period that is not over has no number yet; a finished one without an order has 0. Of a segment's customers alone where
 * there are such; the periods are those of all, so that segments can be laid beside each other.
 */
export function cohortTable(
  { period, rows: stored }: SnapshotCohorts,
  value: ValueOverview,
  asked: Segment | null = null,
): CohortTable {
  const rows = stored.filter(({ segment }) => segment === null);
  const segments = SEGMENTS.filter((each) => stored.some(({ segment }) => segment === each));
  const segment = asked !== null && segments.includes(asked) ? asked : null;
  const shown = stored.filter((row) => row.segment === segment);
  const given = { period, asOfOn: value.asOfOn, rates: value.rates };
  const starts = [...new Set(rows.map(({ cohortOn }) => cohortOn))].sort();
  const first = starts[0];
  const lastPeriodOn = rows
    .map(({ periodOn }) => periodOn)
    .sort()
    .at(-1);
  const longest =
    first === undefined || lastPeriodOn === undefined
      ? 0
      : periodsBetween(first, lastPeriodOn, period);
  return {
    ...{ value, period, segment, segments },
    offsets: Array.from({ length: longest + 1 }, (_, offset) => offset),
    cohorts: starts.map((startOn) =>
      cohort(
        startOn,
        shown.filter(({ cohortOn }) => cohortOn === startOn),
        { ...given, longest },
      ),
    ),
  };
}

function cohort(startOn: string, rows: readonly Row[], given: Given & { longest: number }): Cohort {
  const byOffset = new Map(
    rows.map((row) => [periodsBetween(startOn, row.periodOn, given.period), row]),
  );
  const customers = byOffset.get(0)?.customers ?? 0;
  let soFar: SoFar = { orderCount: 0, revenueMinor: 0, revenueSquares: 0, profitSquares: 0 };
  const cells = Array.from({ length: given.longest + 1 }, (_, offset): CohortCell => {
    const row = byOffset.get(offset);
    soFar = added(soFar, row);
    const isOver = isFinished(
      addPeriods(startOn, offset, given.period),
      given.period,
      given.asOfOn,
    );
    if (!isOver) return { offset, ...NOT_OVER };
    const active = row?.customers ?? 0;
    const isEnough = customers >= FEWEST_CUSTOMERS;
    return {
      offset,
      active,
      retention: isEnough ? active / customers : null,
      retentionInterval: isEnough ? wilsonInterval(active, customers) : null,
      ...(isEnough ? meansOf(soFar, customers, given.rates) : NO_MEANS),
    };
  });
  return { startOn, customers, cells };
}

type SoFar = {
  orderCount: number;
  revenueMinor: number;
  /** Σ over the cohort's customers of what each has brought so far, squared */
  revenueSquares: number;
  profitSquares: number;
};

function added(soFar: SoFar, row: Row | undefined): SoFar {
  if (!row) return soFar;
  return {
    orderCount: soFar.orderCount + row.orderCount,
    revenueMinor: soFar.revenueMinor + row.revenueMinor,
    revenueSquares: soFar.revenueSquares + row.revenueSquaresAdded,
    profitSquares: soFar.profitSquares + (row.profitSquaresAdded ?? 0),
  };
}

const NO_MEANS = perCustomer({ n: 0, mean: 0, squaredDeviations: 0 }, null);
const NOT_OVER = { active: null, retention: null, retentionInterval: null, ...NO_MEANS };

function meansOf(soFar: SoFar, n: number, { marginRate, costPerOrderMinor }: OrderRates) {
  const { revenueMinor, orderCount } = soFar;
  const profit =
    marginRate === null ? null : revenueMinor * marginRate - orderCount * (costPerOrderMinor ?? 0);
  return perCustomer(
    sample(n, revenueMinor, soFar.revenueSquares),
    profit === null ? null : sample(n, profit, soFar.profitSquares),
  );
}

/** Σ(x − mean)² = Σx² − n mean²; the difference of rounded sums may fall a hair under 0. */
function sample(n: number, sum: number, squares: number) {
  const mean = sum / n;
  return { n, mean, squaredDeviations: Math.max(0, squares - n * mean ** 2) };
}
