import { type Bounded, differenceInterval } from "./share-difference-interval.ts";

/** Answers of 9 and 10, of 7 and 8, and of 0 to 6. */
export type NpsCounts = {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
};

/** `value` and `interval` (95 %) in points, −100..100; `n` answers. */
export type Nps = Bounded & { readonly n: number };

/** In points; `standardErrors`: how many of them the two scores lie apart. */
export type NpsDifference = Bounded & { readonly standardErrors: number };

/** 97.5 % point of the standard normal distribution. */
const Z = 1.959963984540054;
/** Answers that are added before an interval is computed: 3/4 of a promoter and a detractor each, 3/2 of a passive. */
const ADDED = 3;

/**
 * Net promoter score, 100 (P − D) / n, with its 95 % interval by the adjusted Wald method, kept within −100 and 100; null without an
 * answer. The answers must be of different people; from two answers up the interval holds the
 * score.
 *
 * Source: Rocks (2016), Interval estimation for the "net promoter score", The American Statistician 70.
 * Worked: 60/25/15 gives 45 in 29.34 to 58.04; 10 promoters alone 100 in 47.50 to 100.
 */
export function netPromoterScore(counts: NpsCounts): Nps | null {
  const n = answersIn(counts);
  if (n === 0) return null;
  const { centre, variance } = adjusted(counts);
  const reach = Z * Math.sqrt(variance);
  return {
    value: (100 * (counts.promoters - counts.detractors)) / n,
    interval: [Math.max(-100, 100 * (centre - reach)), Math.min(100, 100 * (centre + reach))],
    n,
  };
}

/**
 * Difference of the scores of two groups, first − second, in points, with its 95 % interval; null where one has no answers.
 *
 * The groups must not share people. Worked: 60/25/15 against 45/30/25 gives 25, 2.241 standard errors of the adjusted scores apart.
 */
export function npsDifference(first: NpsCounts, second: NpsCounts): NpsDifference | null {
  const [a, b] = [netPromoterScore(first), netPromoterScore(second)];
  if (!(a && b)) return null;
  return {
    value: a.value - b.value,
    interval: differenceInterval(a, b),
    standardErrors: distance(adjusted(first), adjusted(second)),
  };
}

/** How one answer, 0..10, counts: 1 promoter, 0 passive, −1 detractor. */
export function npsClass(answer: number): 1 | 0 | -1 {
  if (answer >= 9) return 1;
  return answer >= 7 ? 0 : -1;
}

export function answersIn({ promoters, passives, detractors }: NpsCounts): number {
  return promoters + passives + detractors;
}

type Adjusted = { readonly centre: number; readonly variance: number };

function distance(a: Adjusted, b: Adjusted): number {
  return (a.centre - b.centre) / Math.sqrt(a.variance + b.variance);
}

function adjusted(counts: NpsCounts): Adjusted {
  const n = answersIn(counts) + ADDED;
  const promoters = (counts.promoters + ADDED / 4) / n;
  const detractors = (counts.detractors + ADDED / 4) / n;
  const centre = promoters - detractors;
  return { centre, variance: (promoters + detractors - centre ** 2) / n };
}
