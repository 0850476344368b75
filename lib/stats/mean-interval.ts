import type { SampleMoments } from "./sample-moments.ts";

/** 97.5 % point of the standard normal distribution. */
const Z = 1.959963984540054;

/** Below this the 97.5 % point of Student's t is off by more than 1 %, and an interval says little anyway. */
const LEAST_CASES = 3;

/**
 * 95 % interval of a mean by Student's t, `mean ± t √(s² / n)`; null under 3 cases.
 *
 * Says how far the mean of a further sample like this one could lie, if cases are independent. Skewed values (revenue!) want
 * some 30 cases before the 95 % hold. Worked: values 1 to 5 (n 5, mean 3, squared deviations 10) give 1.037 to 4.963.
 */
export function meanInterval(sample: SampleMoments): readonly [low: number, high: number] | null {
  const { n, mean, squaredDeviations } = sample;
  if (n < LEAST_CASES) return null;
  const standardError = Math.sqrt(squaredDeviations / (n - 1) / n);
  const reach = studentT975(n - 1) * standardError;
  return [mean - reach, mean + reach];
}

/**
 * 97.5 % point of Student's t with `degrees` ≥ 2 degrees of freedom, within 0.8 % at 2, 0.04 % at 4 and less above.
 *
 * Source: Abramowitz and Stegun (1964), 26.7.5. Worked: 4 gives 2.7756 (exact 2.7764), 30 gives 2.0423.
 */
export function studentT975(degrees: number): number {
  const g1 = (Z ** 3 + Z) / 4;
  const g2 = (5 * Z ** 5 + 16 * Z ** 3 + 3 * Z) / 96;
  const g3 = (3 * Z ** 7 + 19 * Z ** 5 + 17 * Z ** 3 - 15 * Z) / 384;
  const g4 = (79 * Z ** 9 + 776 * Z ** 7 + 1482 * Z ** 5 - 1920 * Z ** 3 - 945 * Z) / 92_160;
  return Z + g1 / degrees + g2 / degrees ** 2 + g3 / degrees ** 3 + g4 / degrees ** 4;
}
