/** From here the asymptotic series is exact to the last digit. */
const SERIES_FROM = 10;

/**
 * ψ(x), the derivative of ln Γ, for x > 0, within 1e-13 absolute.
 *
 * Source: Abramowitz and Stegun (1964), 6.3.18 after the recurrence 6.3.5.
 * Worked: 1 gives −0.5772156649 (Euler's constant), 10 gives 2.2517525891.
 */
export function digamma(x: number): number {
  let shifted = x;
  let sum = 0;
  while (shifted < SERIES_FROM) {
    sum -= 1 / shifted;
    shifted += 1;
  }
  return sum + Math.log(shifted) - 0.5 / shifted - series(1 / (shifted * shifted));
}

/** Σ B₂ₖ / (2k x²ᵏ), k = 1 to 7, with z = 1 / x². */
function series(z: number): number {
  const last = 691 / 32_760 - z / 12;
  return z * (1 / 12 - z * (1 / 120 - z * (1 / 252 - z * (1 / 240 - z * (1 / 132 - z * last)))));
}
