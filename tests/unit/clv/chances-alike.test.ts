import { describe, expect, it } from "vitest";
import { discountedWhileAlive } from "#lib/clv/models/discounted-purchases.ts";
import { expectedWhileAlive } from "#lib/clv/models/expected-purchases.ts";
import { gaussLegendre } from "#lib/stats/gauss-legendre.ts";
import { logGamma } from "#lib/stats/log-gamma.ts";
import { at } from "#lib/stats/typed-array.ts";

type Alike = { r: number; alpha: number; a: number; b: number };

const RULE = gaussLegendre(60);
const PANELS = 60;

/** The mean of `of` over chances to leave Beta(a, b), by brute force over fifteen standard deviations. */
function meanOverChances(a: number, b: number, of: (p: number) => number): number {
  const mean = a / (a + b);
  const deviation = Math.sqrt((mean * (1 - mean)) / (a + b + 1));
  const from = Math.max(0, mean - 15 * deviation);
  const width = (Math.min(1, mean + 15 * deviation) - from) / PANELS;
  const norm = logGamma(a + b) - logGamma(a) - logGamma(b);
  let sum = 0;
  for (let panel = 0; panel < PANELS; panel++)
    for (let i = 0; i < RULE.nodes.length; i++) {
      const p = from + width * (panel + (1 + at(RULE.nodes, i)) / 2);
      const density = Math.exp(norm + (a - 1) * Math.log(p) + (b - 1) * Math.log1p(-p));
      sum += (width / 2) * at(RULE.weights, i) * density * of(p);
    }
  return sum;
}

/** Expected purchases of the living: with one chance p, `(1 − (1 + p u)^(−k)) / p` within u ages. */
function byBruteForce({ r, alpha, a, b }: Alike, x: number, age: number, period: number): number {
  const ahead = period / (alpha + age);
  const k = r + x;
  return meanOverChances(a, b + x, (p) => -Math.expm1(-k * Math.log1p(p * ahead)) / p);
}

/** A shop whose customers hardly differ in their chance to leave; times in weeks. */
const SHOP = { r: 0.6717, alpha: 2.2268, a: 290.62, b: 1803.79 };

describe("expectations of customers with chances to leave that are much alike", () => {
  it.each([
    [0, 0],
    [0, 3],
    [1, 0.5],
    [5, 40],
    [60, 100],
    [300, 104],
    [1500, 104],
  ])("of %d repeats by week %d are what brute force finds", (frequency, age) => {
    for (const a of [12, 60, 140, 290.62]) {
      const shop = { ...SHOP, a, b: 6 * a };
      const found = expectedWhileAlive(shop, "bg_nbd", { frequency, age, period: 156.536 });
      expect(found / byBruteForce(shop, frequency, age, 156.536)).toBeCloseTo(1, 9);
    }
  });

  it("are the same discounted at no rate", () => {
    for (const a of [5, 12, 60, 140])
      for (const frequency of [0, 2, 20, 200]) {
        const shop = { ...SHOP, a, b: 4 * a };
        const asked = { frequency, age: 80 };
        const expected = expectedWhileAlive(shop, "mbg_nbd", { ...asked, period: 100 });
        const without = { ...asked, rate: 0, horizon: 100 };
        expect(discountedWhileAlive(shop, "mbg_nbd", without) / expected).toBeCloseTo(1, 9);
      }
  });

  it("fall with the discount, and are numbers up to the longest horizon", () => {
    for (const rate of [0.0018, 0.0027, 0.01]) {
      const asked = { frequency: 3, age: 0.2, rate };
      const long = discountedWhileAlive(SHOP, "bg_nbd", {
        ...asked,
        horizon: Number.POSITIVE_INFINITY,
      });
      const short = discountedWhileAlive(SHOP, "bg_nbd", { ...asked, horizon: 156.536 });
      const plain = expectedWhileAlive(SHOP, "bg_nbd", { frequency: 3, age: 0.2, period: 156.536 });
      expect(short).toBeGreaterThan(0);
      expect(short).toBeLessThan(plain);
      expect(long).toBeGreaterThanOrEqual(short);
      expect(long).toBeLessThan(100);
    }
  });

  it("have no step where the exact way ends", () => {
    const value = (a: number) =>
      expectedWhileAlive({ ...SHOP, a, b: 6 * a }, "bg_nbd", { frequency: 2, age: 1, period: 156 });
    expect(value(299.999) / value(300.001)).toBeCloseTo(1, 4);
  });
});
