/**
 * How many equally weighted cases say as much as these weighted ones, (Σw)² / Σw²; 0 where nothing weighs. Weights ≥ 0.
 *
 * Source: Kish (1965), Survey Sampling, 11.7. Worked: weights 1, 1, 1, 1 are 4 cases; 10, 1, 1 are 1.41.
 */
export function effectiveSampleSize(weights: readonly number[]): number {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const squares = weights.reduce((total, weight) => total + weight ** 2, 0);
  return squares === 0 ? 0 : sum ** 2 / squares;
}
