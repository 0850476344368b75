import { combineMoments } from "#lib/stats/sample-moments.ts";
import type { Rates } from "#lib/workspaces/types.ts";
import { giniCoefficient } from "./concentration.ts";
import { type Economics, economicsOf } from "./economics.ts";
import { FEWEST_CUSTOMERS } from "./headline-segment.ts";
import { NO_MEANS, perCustomer, profitMoments, revenueMoments } from "./per-customer.ts";
import { profitCurve } from "./profit-curve.ts";
import { rfmDoubts } from "./rfm-doubts.ts";
import type { RfmSegment } from "./rfm-segments.ts";
import type { SnapshotConcentration, SnapshotEconomics, SnapshotSegments } from "./snapshot.ts";
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
  /** null in a snapshot of before they were stored: profit is then priced when it is read */
  economics: SnapshotEconomics | null;
};

/** What is true of the workspace now. */
export type ValueSettings = { rates: Rates; isRefreshing: boolean };

type StoredSegment = SnapshotSegments[number];
type ScoredSegment = StoredSegment & { segment: RfmSegment };

/** The Value page's numbers from counts and sums: every share, mean and interval is taken here. */
export function valueOverview(snapshot: Snapshot, settings: ValueSettings): ValueOverview {
  const { economics } = snapshot;
  const scored = pricedSegments(snapshot, settings.rates);
  const totals = totalsOf(scored);
  return {
    isRefreshing: settings.isRefreshing,
    rates: economics?.rates ?? settings.rates,
    asOfOn: snapshot.asOfOn,
    isAsOfChosen: snapshot.chosenOn !== null,
    computedAt: snapshot.computedAt,
    currency: snapshot.currency,
    customers: snapshot.customers,
    ...totals,
    ...perCustomer(combineMoments(scored.map(revenueMoments)), profitMomentsOf(scored)),
    gini: giniCoefficient(snapshot.concentration),
    concentration: withShares(snapshot.concentration),
    profitCurve: economics && profitCurve(economics, totals.customersWithOrders),
    segments: scored
      .map((segment) => segmentValue(segment, totals))
      .sort((a, b) => b.revenueMinor - a.revenueMinor),
    doubts: rfmDoubts({ ...totals, hasNoSpread: snapshot.hasNoSpread }),
  };
}

/** Segments with customers who have orders; those of an older snapshot are priced here. */
function pricedSegments({ segments, economics }: Snapshot, rates: Rates): ScoredSegment[] {
  const scored = segments.filter(isScored);
  return economics
    ? scored
    : scored.map((segment) => ({ ...segment, ...economicsOf(segment, rates) }));
}

function isScored(segment: StoredSegment): segment is ScoredSegment {
  return segment.segment !== "no_orders" && segment.customers > 0;
}

function totalsOf(segments: readonly ScoredSegment[]) {
  const sum = (count: (segment: ScoredSegment) => number) =>
    segments.reduce((total, segment) => total + count(segment), 0);
  const known = (key: keyof Economics) =>
    segments.length === 0 || segments.some((segment) => segment[key] === null)
      ? null
      : sum((segment) => segment[key] ?? 0);
  const firstDays = segments.flatMap(({ firstOrderedOn }) => firstOrderedOn ?? []).sort();
  const lastDays = segments.flatMap(({ lastOrderedOn }) => lastOrderedOn ?? []).sort();
  return {
    customersWithOrders: sum(({ customers }) => customers),
    orderCount: sum(({ orderCount }) => orderCount),
    purchaseDays: sum(({ purchaseDays }) => purchaseDays),
    revenueMinor: sum(({ revenueMinor }) => revenueMinor),
    marginMinor: known("marginMinor"),
    costToServeMinor: known("costToServeMinor"),
    profitMinor: known("profitMinor"),
    firstOrderedOn: firstDays.at(0) ?? null,
    lastOrderedOn: lastDays.at(-1) ?? null,
  };
}

function profitMomentsOf(segments: readonly ScoredSegment[]) {
  const moments = segments.flatMap((segment) => profitMoments(segment) ?? []);
  return moments.length < segments.length ? null : combineMoments(moments);
}

function segmentValue(
  stored: ScoredSegment,
  totals: { customersWithOrders: number; revenueMinor: number },
): SegmentValue {
  const { segment, customers, orderCount, revenueMinor } = stored;
  const isEnough = customers >= FEWEST_CUSTOMERS;
  return {
    segment,
    customers,
    orderCount,
    revenueMinor,
    marginMinor: stored.marginMinor,
    costToServeMinor: stored.costToServeMinor,
    profitMinor: stored.profitMinor,
    customerShare: customers / totals.customersWithOrders,
    revenueShare: totals.revenueMinor === 0 ? 0 : revenueMinor / totals.revenueMinor,
    ...(isEnough ? perCustomer(revenueMoments(stored), profitMoments(stored)) : NO_MEANS),
  };
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
