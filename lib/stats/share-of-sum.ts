import { at, intAt } from "#lib/stats/typed-array.ts";

/**
 * The share of a sum that chosen cases hold (`chosen` 1, else 0), with its standard error by the delta method; null where the
 * amounts add up to 0. With residuals `eᵢ = aᵢ (cᵢ − share)` the error is `√(n/(n−1) · Σ eᵢ²) / Σ aᵢ`.
 *
 * Source: Cochran (1977), Sampling Techniques, 6.4 (ratio estimator). Worked: amounts 4, 2, 2 with 1, 0, 0 have the share
 * 0.5 and the error √(1.5 · (4 + 1 + 1)) / 8 = 0.375.
 */
export function shareOfSum(
  amounts: Float64Array,
  chosen: Int32Array,
): { share: number; standardError: number } | null {
  const n = amounts.length;
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  if (total === 0) return null;
  const share = amounts.reduce((sum, amount, i) => sum + amount * intAt(chosen, i), 0) / total;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (at(amounts, i) * (intAt(chosen, i) - share)) ** 2;
  return { share, standardError: n < 2 ? 0 : Math.sqrt((n / (n - 1)) * squares) / total };
}
