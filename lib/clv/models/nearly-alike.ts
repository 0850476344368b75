/** From this `a` on the series of the exact expectations need thousands of terms, and numbers beyond doubles. */
export const NEARLY_ALIKE_FROM = 300;

/** Chances to leave that hardly differ, Beta(a, b) with a ≥ 300, and `purchases` k = r + x of the rate Gamma(k, β). */
type NearlyAlike = { a: number; b: number; purchases: number };

/**
 * The rate of purchase of the living at u = e^y − 1 ages ahead, over its rate now and times e^y: by the mean p of the chances to
 * leave, and their variance to the second order.
 *
 * One chance p for all gives `(1 + p u)^(−k−1)`. Within 1e-4 of the exact rate at a = 300, b = 900, as a test holds.
 */
export function rateOfNearlyAlike({ a, b, purchases: k }: NearlyAlike): (y: number) => number {
  const { p, variance } = momentsOf(a, b);
  return (y) => {
    const ahead = Math.expm1(y);
    const bend = ((k + 1) * (k + 2) * (ahead / (1 + p * ahead)) ** 2 * variance) / 2;
    return Math.exp(y) * (1 + p * ahead) ** (-k - 1) * (1 + bend);
  };
}

/**
 * Expected purchases of the living within `ahead` ages: `(1 − (1 + p u)^(−k)) / p` for one chance p, to the second order in their
 * variance.
 */
export function expectedOfNearlyAlike({ a, b, purchases: k }: NearlyAlike, ahead: number): number {
  const { p, variance } = momentsOf(a, b);
  const alike = (chance: number) => -Math.expm1(-k * Math.log1p(chance * ahead)) / chance;
  const step = p * 1e-3;
  const bend = (alike(p + step) - 2 * alike(p) + alike(p - step)) / step ** 2;
  return alike(p) + (bend * variance) / 2;
}

function momentsOf(a: number, b: number): { p: number; variance: number } {
  const p = a / (a + b);
  return { p, variance: (p * (1 - p)) / (a + b + 1) };
}
