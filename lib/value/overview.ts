import { meanInterval } from "#lib/stats/mean-interval.ts";
import { combineMoments, type SampleMoments } from "#lib/stats/sample-moments.ts";
import { giniCoefficient } from "./concentration.ts";
import { FEWEST_CUSTOMERS } from "./headline-segment.ts";
import { profitOf, type ValueRates } from "./profit.ts";
import { rfmDoubts } from "./rfm-doubts.ts";
import type { RfmSegment } from "./rfm-segments.ts";
import type { SnapshotConcentration, SnapshotSegments } from "./snapshot.ts";
import type { ConcentrationPoint, SegmentValue, ValueOverview } from "./types.ts";

/** What the last computation left, parsed. */
export type Snapshot = {
  asOfOn: string;
  /** The day somebody chose; null when `asOfOn` is that of the last order */
  chosenOn: string | null;
  computedAt: string;
  currency: string;
  customers: number;
  concentration: SnapshotConcentration;
  segments: SnapshotSegments;
  hasNoSpread: boolean;
};

/** What a person may change without a new computation. */
export type ValueSettings = ValueRates & { isRefreshing: boolean };

type StoredSegment = SnapshotSegments[number];
type ScoredSegment = StoredSegment & { segment: RfmSegment };

/** The Value page's numbers from counts and sums: every share, mean, interval and profit is taken here. */
export function valueOverview(snapshot: Snapshot, settings: ValueSettings): ValueOverview {
  const scored = snapshot.segments.filter(isScored);
  const totals = totalsOf(scored);
  const moments = combineMoments(scored.map(momentsOf));
  return {
    ...settings,
    asOfOn: snapshot.asOfOn,
    isAsOfChosen: snapshot.chosenOn !== null,
    computedAt: snapshot.computedAt,
    currency: snapshot.currency,
    customers: snapshot.customers,
    ...totals,
    profitMinor: profitOf(totals, settings),
    revenuePerCustomerMinor: moments.n === 0 ? null : moments.mean,
    revenuePerCustomerInterval: revenueInterval(moments),
    gini: giniCoefficient(snapshot.concentration),
    concentration: withShares(snapshot.concentration),
    segments: scored
      .map((segment) => segmentValue(segment, totals, settings))
      .sort((a, b) => b.revenueMinor - a.revenueMinor),
    doubts: rfmDoubts({ ...totals, hasNoSpread: snapshot.hasNoSpread }),
  };
}

function isScored(segment: StoredSegment): segment is ScoredSegment {
  return segment.segment !== "no_orders" && segment.customers > 0;
}

function totalsOf(segments: readonly ScoredSegment[]) {
  const sum = (count: (segment: ScoredSegment) => number) =>
    segments.reduce((total, segment) => total + count(segment), 0);
  const firstDays = segments.flatMap(({ firstOrderedOn }) => firstOrderedOn ?? []).sort();
  const lastDays = segments.flatMap(({ lastOrderedOn }) => lastOrderedOn ?? []).sort();
  return {
    customersWithOrders: sum(({ customers }) => customers),
    orderCount: sum(({ orderCount }) => orderCount),
    purchaseDays: sum(({ purchaseDays }) => purchaseDays),
    revenueMinor: sum(({ revenueMinor }) => revenueMinor),
    firstOrderedOn: firstDays.at(0) ?? null,
    lastOrderedOn: lastDays.at(-1) ?? null,
  };
}

function segmentValue(
  stored: ScoredSegment,
  totals: { customersWithOrders: number; revenueMinor: number },
  rates: ValueRates,
): SegmentValue {
  const { segment, customers, orderCount, revenueMinor } = stored;
  const isEnough = customers >= FEWEST_CUSTOMERS;
  return {
    segment,
    customers,
    orderCount,
    revenueMinor,
    profitMinor: profitOf(stored, rates),
    customerShare: customers / totals.customersWithOrders,
    revenueShare: totals.revenueMinor === 0 ? 0 : revenueMinor / totals.revenueMinor,
    revenuePerCustomerMinor: isEnough ? revenueMinor / customers : null,
    revenuePerCustomerInterval: isEnough ? revenueInterval(momentsOf(stored)) : null,
  };
}

function momentsOf({
  customers: n,
  revenueMinor,
  squaredDeviations,
}: ScoredSegment): SampleMoments {
  return { n, mean: revenueMinor / n, squaredDeviations };
}

/** Revenue is never below 0, so neither is the low end. */
function revenueInterval(moments: SampleMoments): readonly [low: number, high: number] | null {
  const interval = meanInterval(moments);
  return interval && [Math.max(0, interval[0]), interval[1]];
}

/** A percentage that holds no whole customer has no revenue to speak of; the curve's start, 0 %, has 0. */
function withShares(points: SnapshotConcentration): ConcentrationPoint[] {
  const all = points.at(-1);
  if (!all || all.revenueMinor === 0) return [];
  return points.map((point) =>
    point.percent > 0 && Math.floor((all.customers * point.percent) / 100) === 0
      ? { percent: point.percent, customers: 0, revenueMinor: null, revenueShare: null }
      : { ...point, revenueShare: point.revenueMinor / all.revenueMinor },
  );
}
