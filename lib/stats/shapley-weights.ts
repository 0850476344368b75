import type { DriverCorrelations } from "./pairwise-correlations.ts";
import { solvePositiveDefinite } from "./solve-positive-definite.ts";
import { at } from "./typed-array.ts";

/** 2¹² sets of drivers are solved; each further one doubles them. */
export const MOST_SHAPLEY_DRIVERS = 12;

/**
 * What each driver adds to R², averaged over every order in which drivers may come in (Shapley value, LMG); together R². Null above
 * 12 drivers, and where drivers make each other up.
 *
 * Source: Lindeman, Merenda, Gold (1980), Introduction to Bivariate and Multivariate Analysis, as in Grömping (2007), The American
 * Statistician 61. Worked: the correlations of `relativeWeights` give .24192, .12943, .05490.
 */
export function shapleyWeights(correlations: DriverCorrelations): Float64Array | null {
  const { count } = correlations;
  if (count > MOST_SHAPLEY_DRIVERS) return null;
  const explained = new Float64Array(2 ** count);
  for (let set = 1; set < explained.length; set++) {
    const share = explainedBy(correlations, membersOf(set, count));
    if (share === null) return null;
    explained[set] = share;
  }
  return Float64Array.from({ length: count }, (_, driver) => meanGain(explained, count, driver));
}

/** Over sets without the driver, each weighed by the orders in which it comes first: s! (k − s − 1)! / k!. */
function meanGain(explained: Float64Array, count: number, driver: number): number {
  const own = 1 << driver;
  let sum = 0;
  for (let set = 0; set < explained.length; set++) {
    if (set & own) continue;
    const gain = at(explained, set | own) - at(explained, set);
    sum += gain / (count * choose(count - 1, membersOf(set, count).length));
  }
  return sum;
}

/** R² of a set of drivers: rᵀ R⁻¹ r of its part of the correlations. */
function explainedBy(
  { count, between, withOutcome }: DriverCorrelations,
  members: readonly number[],
): number | null {
  const right = Float64Array.from(members, (i) => at(withOutcome, i));
  const matrix = Float64Array.from(
    members.flatMap((i) => members.map((j) => at(between, i * count + j))),
  );
  const solved = solvePositiveDefinite(matrix, right);
  if (!solved) return null;
  return solved.reduce((sum, beta, i) => sum + beta * at(right, i), 0);
}

function membersOf(set: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => i).filter((i) => set & (1 << i));
}

function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i;
  return ways;
}
