import { meanInterval } from "#lib/stats/mean-interval.ts";
import { netPromoterScore } from "#lib/stats/nps.ts";
import { poissonInterval } from "#lib/stats/poisson-interval.ts";
import type { SampleMoments } from "#lib/stats/sample-moments.ts";
import type { FigureSums } from "./figure-sums.ts";

/** A figure with how many cases it stands on and its 95 % interval; `value` null: no data. */
export type Measure = {
  readonly value: number | null;
  readonly interval: readonly [low: number, high: number] | null;
  readonly n: number;
};

export const MEASURES = [
  "shareOfCustomers",
  "shareOfClv",
  "clvPerCustomer",
  "leaving",
  "nps",
  "complaints",
] as const;
export type MeasureName = (typeof MEASURES)[number];

/** What is shown of a segment wherever it is used. */
export type SegmentMeasures = Readonly<Record<MeasureName, Measure>>;

/** From so many answers on a score is shown: fewer say too little. */
const LEAST_ANSWERS = 5;

/**
 * What is shown of a set of customers within `all`: shares 0..1 of customers and of CLV, CLV a customer in minor units, the mean
 * chance of having left 0..1, NPS −100..100 and complaints a hundred customers, both of the last twelve months.
 *
 * The share of customers is counted, so it has no interval. That of CLV is a ratio estimator (Cochran 1977, 6.4).
 */
export function segmentMeasures(sums: FigureSums, all: FigureSums): SegmentMeasures {
  return {
    shareOfCustomers: {
      value: all.customers === 0 ? null : sums.customers / all.customers,
      interval: null,
      n: all.customers,
    },
    shareOfClv: shareOfClv(sums, all),
    clvPerCustomer: meanOf({
      n: sums.scored,
      sum: Number(sums.clvMinor),
      squares: sums.clvSquares,
    }),
    leaving: leavingOf(sums),
    nps: npsOf(sums),
    complaints: complaintsOf(sums),
  };
}

/** Cost to serve of a customer with orders, in minor units; null where none is known, as a sum of 0 is a cost that nobody has set. */
export function costPerBuyer(sums: FigureSums): Measure | null {
  const { buyers: n, costToServeSquares: squares } = sums;
  const sum = Number(sums.costToServeMinor);
  if (!(sum > 0 && n > 0)) return null;
  const cost = meanOf({ n, sum, squares });
  return squares > 0 ? cost : { ...cost, interval: null };
}

function shareOfClv(sums: FigureSums, all: FigureSums): Measure {
  const n = all.scored;
  const total = Number(all.clvMinor);
  if (total <= 0) return { value: null, interval: null, n };
  const share = Number(sums.clvMinor) / total;
  const others = all.clvSquares - sums.clvSquares;
  const squares = sums.clvSquares * (1 - share) ** 2 + others * share ** 2;
  const reach = (1.96 * Math.sqrt((n / Math.max(1, n - 1)) * squares)) / total;
  return {
    value: share,
    interval: n < 2 ? null : [Math.max(0, share - reach), Math.min(1, share + reach)],
    n,
  };
}

function leavingOf({ alive: n, aliveSum, aliveSquares }: FigureSums): Measure {
  const { value, interval } = meanOf({
    n,
    sum: n - aliveSum,
    squares: n - 2 * aliveSum + aliveSquares,
  });
  return {
    value,
    interval: interval && [Math.max(0, interval[0]), Math.min(1, interval[1])],
    n,
  };
}

function npsOf({ promoters, passives, detractors }: FigureSums): Measure {
  const score = netPromoterScore({ promoters, passives, detractors });
  const n = score?.n ?? 0;
  if (!score || n < LEAST_ANSWERS) return { value: null, interval: null, n };
  return { value: score.value, interval: score.interval, n };
}

/** n: the customers. */
function complaintsOf({ customers: n, complaints }: FigureSums): Measure {
  if (n === 0) return { value: null, interval: null, n };
  const [low, high] = poissonInterval(complaints);
  return { value: (100 * complaints) / n, interval: [(100 * low) / n, (100 * high) / n], n };
}

function meanOf({ n, sum, squares }: { n: number; sum: number; squares: number }): Measure {
  if (n === 0) return { value: null, interval: null, n };
  const mean = sum / n;
  const sample: SampleMoments = {
    n,
    mean,
    squaredDeviations: Math.max(0, squares - n * mean ** 2),
  };
  return { value: mean, interval: meanInterval(sample), n };
}
