import { describe, expect, it } from "vitest";
import { discountedWhileAlive } from "#lib/clv/models/discounted-purchases.ts";
import { expectedWhileAlive } from "#lib/clv/models/expected-purchases.ts";
import { gaussLegendre } from "#lib/stats/gauss-legendre.ts";
import { at } from "#lib/stats/typed-array.ts";

type Case = { r: number; alpha: number; a: number; b: number; x: number; T: number };

const RULE = gaussLegendre(40);

/** Purchases of the living at one chance p to leave, by quadrature in time, in panels that grow. */
function atOneChance(p: number, k: number, ahead: { ages: number; rate: number }): number {
  let [sum, from, width] = [0, 0, 0.5 / (k * p + ahead.rate + 1 / ahead.ages)];
  while (from < ahead.ages) {
    const to = Math.min(ahead.ages, from + width);
    for (let i = 0; i < RULE.nodes.length; i++) {
      const y = from + ((to - from) * (1 + at(RULE.nodes, i))) / 2;
      const falling = Math.exp(-ahead.rate * y - (k + 1) * Math.log1p(p * y));
      sum += ((to - from) / 2) * at(RULE.weights, i) * falling;
    }
    from = to;
    width *= 1.6;
  }
  return k * sum;
}

/** The mean over chances to leave Beta(a, b), by brute force over a fine grid of their logits. */
function byBruteForce({ r, alpha, a, b, x, T }: Case, period: number, rate: number): number {
  const [k, left, beta] = [r + x, b + x, alpha + T];
  const ahead = { ages: period / beta, rate: rate * beta };
  const logWeight = (s: number) =>
    a * (s < -30 ? s : -Math.log1p(Math.exp(-s))) - left * (s > 30 ? s : Math.log1p(Math.exp(s)));
  const mode = Math.log(a / left);
  const spread = Math.sqrt(1 / a + 1 / left);
  const step = Math.min(0.08, spread / 12);
  const none = atOneChance(0, k, ahead);
  const sure = atOneChance(1, k, ahead);
  let [sum, weights] = [0, 0];
  for (let s = mode - 40 / a - 10 * spread; s < mode + 40 / left + 10 * spread; s += step) {
    const weight = Math.exp(logWeight(s) - logWeight(mode));
    if (weight < 1e-20) continue;
    weights += weight;
    if (s < -50) sum += weight * none;
    else sum += weight * (s > 40 ? sure : atOneChance(1 / (1 + Math.exp(-s)), k, ahead));
  }
  return sum / weights;
}

const TEN_YEARS = 522;

const CASES: readonly Case[] = [
  { r: 2930, alpha: 465, a: 0.0063, b: 59, x: 160, T: 25.7 },
  { r: 5000, alpha: 900, a: 0.0034, b: 26, x: 280, T: 52 },
  { r: 5000, alpha: 900, a: 0.8, b: 0.01, x: 0, T: 0 },
  { r: 5000, alpha: 10, a: 5, b: 1000, x: 1500, T: 300 },
  { r: 900, alpha: 200, a: 1, b: 0.5, x: 3, T: 10 },
  { r: 250, alpha: 50, a: 60, b: 2, x: 20, T: 52 },
  { r: 40, alpha: 15, a: 2.5, b: 0.1, x: 0, T: 26 },
  { r: 30, alpha: 5, a: 320, b: 900, x: 1, T: 4 },
  { r: 3, alpha: 2, a: 0.1, b: 0.01, x: 1500, T: 100 },
  { r: 15, alpha: 100, a: 0.1, b: 0.01, x: 0, T: 30 },
];

describe("expectations of customers who buy much alike", { timeout: 60_000 }, () => {
  it.each(CASES)("are what brute force finds at $r, $alpha, $a, $b, x $x, T $T", (one) => {
    const { x, T, ...parameters } = one;
    for (const period of [13, 156.5, TEN_YEARS]) {
      const asked = { frequency: x, age: T };
      const plain = expectedWhileAlive(parameters, "bg_nbd", { ...asked, period });
      expect(Math.abs(plain / byBruteForce(one, period, 0) - 1)).toBeLessThan(1e-9);
      for (const annual of [0, 0.1, 0.3]) {
        const rate = Math.log1p(annual) / 52.18;
        const terms = { ...asked, rate, horizon: period };
        const discounted = discountedWhileAlive(parameters, "bg_nbd", terms);
        expect(Math.abs(discounted / byBruteForce(one, period, rate) - 1)).toBeLessThan(1e-9);
      }
    }
  });

  it("are 978 and 873 purchases where the series summed to 1e62 and 1e37 (correctness)", () => {
    const canteen = { r: 2929.86, alpha: 465.16, a: 0.0063149, b: 59.307 };
    const kiosk = { r: 5126.19, alpha: 913.9, a: 0.003439, b: 26.03 };
    const ask = { age: 25.7, period: 156.5 };
    expect(expectedWhileAlive(canteen, "mbg_nbd", { ...ask, frequency: 160 })).toBeCloseTo(
      978.4,
      1,
    );
    const later = { frequency: 280, age: 52, period: 156.5 };
    expect(expectedWhileAlive(kiosk, "mbg_nbd", later)).toBeCloseTo(873, 0);
  });

  it("grow with the horizon to a limit where value has no end", () => {
    const parameters = { r: 2930, alpha: 465, a: 0.0063, b: 59 };
    const ask = (horizon: number) =>
      discountedWhileAlive(parameters, "mbg_nbd", {
        ...{ frequency: 160, age: 25.7, rate: 0.0018, horizon },
      });
    expect(ask(TEN_YEARS)).toBeLessThan(ask(20_000));
    expect(ask(Number.POSITIVE_INFINITY) / ask(20_000)).toBeCloseTo(1, 8);
  });
});
