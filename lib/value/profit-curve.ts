import type { SnapshotEconomics } from "./snapshot.ts";
import type { ProfitCurve, ProfitPoint } from "./types.ts";

/**
 * The whale curve of profit: customers from most to least profit, their profit cumulative. Where profit altogether is not above 0
 * no share is taken. Null until the margin is set, or without a customer.
 *
 * Worked: profits 70, 50, 10, −30 make 100; the peak is 130 % at three of four customers, and the last one takes 30 back.
 */
export function profitCurve(
  { concentration, peak }: Pick<SnapshotEconomics, "concentration" | "peak">,
  customers: number,
): ProfitCurve | null {
  const total = concentration.at(-1)?.profitMinor;
  if (total === undefined || customers === 0 || !peak) return null;
  const share = (minor: number) => (total > 0 ? minor / total : null);
  const peakShare = share(peak.profitMinor);
  return {
    points: concentration.map((point) => pointOf(point, customers, share)),
    peak:
      peakShare === null || peak.customers === 0
        ? null
        : { ...peak, percent: (100 * peak.customers) / customers, profitShare: peakShare },
    rest: { customers: customers - peak.customers, profitMinor: total - peak.profitMinor },
  };
}

/** A percentage that holds no whole customer has no profit to speak of; the curve's start, 0 %, has 0. */
function pointOf(
  point: SnapshotEconomics["concentration"][number],
  all: number,
  share: (minor: number) => number | null,
): ProfitPoint {
  const { percent, customers, profitMinor } = point;
  return percent > 0 && Math.floor((all * percent) / 100) === 0
    ? { percent, customers: 0, profitMinor: null, profitShare: null }
    : { percent, customers, profitMinor, profitShare: share(profitMinor) };
}
