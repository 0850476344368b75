import { at } from "./typed-array.ts";

/** A function on an interval as Σ c_k T_k of its place between −1 (low) and 1 (high); coefficients from degree 0 on. */
export type ChebyshevSeries = {
  readonly low: number;
  readonly high: number;
  readonly coefficients: Float64Array;
};

const FIRST_DEGREE = 8;
const HIGHEST_DEGREE = 32;
/** A series has come to its end where so many coefficients in a row are negligible: one may be 0 by symmetry. */
const LAST_COEFFICIENTS = 3;

/**
 * The Chebyshev series of a function with values above 0, or null where 33 values do not bring it within `precision` of the function's least.
 *
 * The degree doubles from 8 to 32 until the last three coefficients are below that; for a function that is analytic about the interval
 * what follows them is smaller still. Source: Trefethen (2013), Approximation Theory and Approximation Practice, chapters 3 and 8.
 * Worked: e^x on −1 to 1 has the coefficients 1.2660658778, 1.1303182080, 0.2714953395 first.
 */
export function chebyshevSeries(
  of: (x: number) => number,
  [low, high]: readonly [low: number, high: number],
  precision: number,
): ChebyshevSeries | null {
  const middle = (low + high) / 2;
  const half = (high - low) / 2;
  let values = new Float64Array(0);
  for (let degree = FIRST_DEGREE; degree <= HIGHEST_DEGREE; degree *= 2) {
    const coarser = values;
    values = new Float64Array(degree + 1);
    for (let j = 0; j <= degree; j++)
      values[j] =
        coarser.length > 0 && j % 2 === 0
          ? at(coarser, j / 2)
          : of(middle + half * Math.cos((Math.PI * j) / degree));
    const coefficients = coefficientsOf(values);
    const negligible = precision * values.reduce((least, value) => Math.min(least, value));
    const last = coefficients.subarray(-LAST_COEFFICIENTS);
    if (last.every((coefficient) => Math.abs(coefficient) <= negligible))
      return { low, high, coefficients };
  }
  return null;
}

/** The function's value at `x` between low and high, by Clenshaw's recurrence. Worked: as of `chebyshevSeries`, e^0.5 is 1.6487212707. */
export function chebyshevValue({ low, high, coefficients }: ChebyshevSeries, x: number): number {
  const place = (2 * x - low - high) / (high - low);
  let [one, two] = [0, 0];
  for (let k = coefficients.length - 1; k > 0; k--)
    [one, two] = [2 * place * one - two + at(coefficients, k), one];
  return place * one - two + at(coefficients, 0);
}

/** The polynomial through values at cos(πj/n): a discrete cosine transform. */
function coefficientsOf(values: Float64Array): Float64Array {
  const degree = values.length - 1;
  return values.map((_, k) => {
    let sum = (at(values, 0) + (k % 2 === 0 ? 1 : -1) * at(values, degree)) / 2;
    for (let j = 1; j < degree; j++) sum += at(values, j) * Math.cos((Math.PI * j * k) / degree);
    return ((k === 0 || k === degree ? 1 : 2) * sum) / degree;
  });
}
