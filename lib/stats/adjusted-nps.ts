import { answersIn, type NpsCounts } from "./nps.ts";

/** 97.5 % point of the standard normal distribution. */
const Z = 1.959963984540054;
/** Answers that are added before anything is computed: 3/4 of a promoter and a detractor each, 3/2 of a passive. */
const ADDED = 3;

/**
 * 95 % interval of the net promoter score in points, −100..100, by the adjusted Wald method: what other tools print, to compare
 * with. Null without an answer. `netPromoterScore` has the interval that is shown.
 *
 * Source: Rocks (2016), Interval estimation for the "net promoter score", The American Statistician 70.
 * Worked: 60/25/15 gives 29.34 to 58.04; 10/0/0 gives 47.50 to 100.
 */
export function adjustedNpsInterval(
  counts: NpsCounts,
): readonly [low: number, high: number] | null {
  if (answersIn(counts) === 0) return null;
  const { centre, variance } = adjusted(counts);
  const reach = Z * Math.sqrt(variance);
  return [Math.max(-100, 100 * (centre - reach)), Math.min(100, 100 * (centre + reach))];
}

/** How many standard errors two groups' scores lie apart, first − second. Worked: 60/25/15 against 45/30/25 gives 2.241. */
export function adjustedNpsDistance(first: NpsCounts, second: NpsCounts): number | null {
  if (answersIn(first) === 0 || answersIn(second) === 0) return null;
  const [a, b] = [adjusted(first), adjusted(second)];
  return (a.centre - b.centre) / Math.sqrt(a.variance + b.variance);
}

function adjusted(counts: NpsCounts): { centre: number; variance: number } {
  const n = answersIn(counts) + ADDED;
  const promoters = (counts.promoters + ADDED / 4) / n;
  const detractors = (counts.detractors + ADDED / 4) / n;
  const centre = promoters - detractors;
  return { centre, variance: (promoters + detractors - centre ** 2) / n };
}
