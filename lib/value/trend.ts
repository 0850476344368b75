import { changeVerdict } from "#lib/stats/change-verdict.ts";
import { meanDifferenceInterval } from "#lib/stats/mean-difference-interval.ts";
import { combineMoments, type SampleMoments } from "#lib/stats/sample-moments.ts";
import { type Economics, ratesKey } from "./economics.ts";
import { perCustomer, profitMoments, revenueMoments } from "./per-customer.ts";
import type { Segment, TrendMonth, ValueOverview, ValueTrend } from "./types.ts";

/** One row of `value_month`: a segment at a month's end, counts and sums only. */
export type StoredMonth = Economics & {
  /** YYYY-MM-DD */
  monthEndOn: string;
  segment: Segment;
  customers: number;
  orderCount: number;
  revenueMinor: number;
  squaredDeviations: number;
  profitSquaredDeviations: number | null;
  ratesKey: string;
};

type Totals = {
  monthEndOn: string;
  customers: number;
  orderCount: number;
  revenueMinor: number;
  revenue: SampleMoments;
  /** null until the margin is set, and where the month was priced with other rates than those in force */
  profit: SampleMoments | null;
};

/** Value at each month's end, with what changed since the month before. What a month was priced with before is not compared. */
export function valueTrend(rows: readonly StoredMonth[], value: ValueOverview): ValueTrend {
  const inForce = ratesKey(value.rates);
  const ends = [...new Set(rows.map(({ monthEndOn }) => monthEndOn))];
  const totals = ends.map((end) =>
    totalsOf(
      end,
      rows.filter(({ monthEndOn }) => monthEndOn === end),
      inForce,
    ),
  );
  return {
    value,
    isRefreshing: value.isRefreshing || rows.some((row) => row.ratesKey !== inForce),
    months: totals.map((month, index) => trendMonth(month, totals[index - 1] ?? null, value)),
    segments: rows.map((row) => (row.ratesKey === inForce ? row : { ...row, ...UNPRICED })),
  };
}

const UNPRICED = { marginMinor: null, costToServeMinor: null, profitMinor: null };

function totalsOf(monthEndOn: string, rows: readonly StoredMonth[], inForce: string): Totals {
  const sum = (of: (row: StoredMonth) => number) => rows.reduce((all, row) => all + of(row), 0);
  const priced = rows.filter((row) => row.ratesKey === inForce);
  const profits = priced.flatMap((row) => profitMoments(row) ?? []);
  return {
    monthEndOn,
    customers: sum(({ customers }) => customers),
    orderCount: sum(({ orderCount }) => orderCount),
    revenueMinor: sum(({ revenueMinor }) => revenueMinor),
    revenue: combineMoments(rows.map(revenueMoments)),
    profit: profits.length === rows.length ? combineMoments(profits) : null,
  };
}

function trendMonth(month: Totals, before: Totals | null, value: ValueOverview): TrendMonth {
  const { monthEndOn, customers, orderCount, revenueMinor, revenue, profit } = month;
  const isFirst = value.firstOrderedOn?.slice(0, 7) === monthEndOn.slice(0, 7);
  const known = before ?? (isFirst ? { orderCount: 0, revenueMinor: 0 } : null);
  return {
    monthEndOn,
    customers,
    orderCount,
    revenueMinor,
    ordersInMonth: known && orderCount - known.orderCount,
    revenueInMonth: known && revenueMinor - known.revenueMinor,
    ...perCustomer(revenue, profit),
    revenueChange: verdictOf(revenue, before?.revenue ?? null),
    profitChange: verdictOf(profit, before?.profit ?? null),
  };
}

function verdictOf(now: SampleMoments | null, before: SampleMoments | null) {
  return changeVerdict(now && before && meanDifferenceInterval(now, before));
}
