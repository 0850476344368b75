import { studentT975 } from "./mean-interval.ts";
import type { SampleMoments } from "./sample-moments.ts";

/** With fewer cases the variance of a sample says little. */
const LEAST_CASES = 3;

/**
 * 95 % interval of the difference of two means, now − before, by Welch's t for independent samples; null under 3 cases on a side.
 *
 * For the same people seen twice it is wider than need be: who was above the mean mostly still is. So it calls a change clear too
 * seldom rather than too often. Source: Welch (1947), The generalization of "Student's" problem, Biometrika 34; degrees of freedom
 * by Satterthwaite (1946). Worked: {n 5, mean 3, 10} after {n 5, mean 1, 10} gives −0.306 to 4.306 (s.e. 1, 8 degrees).
 */
export function meanDifferenceInterval(
  now: SampleMoments,
  before: SampleMoments,
): readonly [low: number, high: number] | null {
  if (now.n < LEAST_CASES || before.n < LEAST_CASES) return null;
  const [a, b] = [errorOf(now), errorOf(before)];
  const difference = now.mean - before.mean;
  if (a + b === 0) return [difference, difference];
  const degrees = (a + b) ** 2 / (a ** 2 / (now.n - 1) + b ** 2 / (before.n - 1));
  const reach = studentT975(degrees) * Math.sqrt(a + b);
  return [difference - reach, difference + reach];
}

/** Squared standard error of a mean. */
function errorOf({ n, squaredDeviations }: SampleMoments): number {
  return squaredDeviations / (n - 1) / n;
}
