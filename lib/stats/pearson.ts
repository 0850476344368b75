import { at } from "./typed-array.ts";

/**
 * Pearson's correlation of two columns of one length, −1..1; null under 2 places or where a column does not vary.
 *
 * In two passes, so that far-off means cost no digits. Worked: (1, 2, 3, 4) with (1, 3, 2, 4) gives 0.8.
 */
export function pearson(first: Float64Array, second: Float64Array): number | null {
  const n = first.length;
  if (n < 2) return null;
  const [meanFirst, meanSecond] = [mean(first), mean(second)];
  let products = 0;
  let squaresFirst = 0;
  let squaresSecond = 0;
  for (let i = 0; i < n; i++) {
    const [x, y] = [at(first, i) - meanFirst, at(second, i) - meanSecond];
    products += x * y;
    squaresFirst += x * x;
    squaresSecond += y * y;
  }
  const scale = Math.sqrt(squaresFirst * squaresSecond);
  return scale === 0 ? null : Math.max(-1, Math.min(1, products / scale));
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
