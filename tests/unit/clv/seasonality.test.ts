import { describe, expect, it } from "vitest";
import { checkSeasonality, purchaseSeasonality } from "#lib/clv/index.ts";
import { createRandom } from "#lib/stats/create-random.ts";
import { incompleteBeta } from "#lib/stats/incomplete-beta.ts";

const DAY_MS = 86_400_000;

/** Purchases of so many months, as many in each as `of` says. */
function purchases(months: number, of: (month: number) => number) {
  const days: number[] = [];
  for (let month = 0; month < months; month += 1) {
    const first = Date.UTC(2022, month, 1) / DAY_MS;
    for (let k = 0; k < of(month); k += 1) days.push(first + (k % 28));
  }
  return {
    customers: Int32Array.from(days.keys()),
    days: Int32Array.from(days),
    amounts: new Float64Array(days.length).fill(1),
  };
}

const december = (month: number) => (month % 12 === 11 ? 180 : 60);

describe("purchaseSeasonality", () => {
  it("has the chance of F: 4.22 with 11 and 12 degrees is 0.01 (correctness)", () => {
    const [d1, d2, f] = [11, 12, 4.22];
    expect(incompleteBeta(d2 / (d2 + d1 * f), d2 / 2, d1 / 2)).toBeCloseTo(0.01, 3);
  });

  it("finds a season that comes back, and its swing", () => {
    const random = createRandom(3);
    const found = purchaseSeasonality(
      purchases(38, (month) => Math.round(december(month) * (0.95 + 0.1 * random()))),
    );
    expect(found?.chance).toBeLessThan(1e-6);
    expect(found?.swing).toBeGreaterThan(2.5);
    expect(found?.months).toBe(36);
    expect(checkSeasonality(found)).toMatchObject([{ code: "seasonal_purchases" }]);
  });

  it("takes growth and chance for none", () => {
    const random = createRandom(5);
    const growing = purchases(38, (month) =>
      Math.round(40 * 1.04 ** month * (0.9 + 0.2 * random())),
    );
    expect(checkSeasonality(purchaseSeasonality(growing))).toEqual([]);
    expect(checkSeasonality(purchaseSeasonality(purchases(38, () => 50)))).toEqual([]);
  });

  it("is not known under two whole years or with few purchases (inputs)", () => {
    expect(purchaseSeasonality(purchases(25, december))).toBeNull();
    expect(purchaseSeasonality(purchases(38, () => 9))).toBeNull();
    expect(purchaseSeasonality(purchases(0, () => 0))).toBeNull();
    expect(checkSeasonality(null)).toEqual([]);
  });
});
