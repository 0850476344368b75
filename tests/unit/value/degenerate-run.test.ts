import { describe, expect, it } from "vitest";
import { checkExpectations } from "#lib/clv/index.ts";
import { computeRun } from "#lib/clv-runs/compute-run.ts";
import { doubtsAt } from "#lib/clv-runs/doubts-at.ts";
import type { PurchaseInput } from "#lib/clv-runs/run-input.ts";
import { createRandom } from "#lib/stats/create-random.ts";

const CUSTOMERS = 100;
const DAYS = 300;

/** Customers who buy on a day by the same chance, and never leave. */
function inputOf(chance: number, amount: number): PurchaseInput {
  const random = createRandom(5);
  const [customers, days]: [number[], number[]] = [[], []];
  for (let customer = 0; customer < CUSTOMERS; customer++) {
    const first = Math.floor(60 * random());
    for (let day = first; day <= DAYS; day++)
      if (day === first || random() < chance) {
        customers.push(customer);
        days.push(day);
      }
  }
  return {
    ...{
      basis: "orders",
      model: "auto",
      costPerOrder: 0,
      contacts: null,
      retentionCostPerWeek: 0,
      customerCount: CUSTOMERS,
    },
    purchases: {
      customers: Int32Array.from(customers),
      days: Int32Array.from(days),
      amounts: Float64Array.from(days, () => amount * (1 + random())),
    },
    ...{ cutoffDay: DAYS, horizonWeeks: 156.5, discountRateAnnual: 0.1, marginRate: 1 },
    ...{ unit: 100, seed: 1, doubts: [] },
    tierCuts: { by: "customers", tiers: [{ name: "All", share: null }] },
  };
}

describe("a run of customers who nearly all come each day", { timeout: 60_000 }, () => {
  it("foretells what they go on to buy, and no more than they can", () => {
    const { findings, scores } = computeRun(inputOf(0.9, 5), () => undefined);
    expect(findings.status).toBe("succeeded");
    const most = Math.max(...scores.expectedPurchases);
    expect(most).toBeGreaterThan(500);
    expect(most).toBeLessThan(156.5 * 7 * 1.2);
    expect(Math.min(...scores.expectedPurchases)).toBeGreaterThanOrEqual(0);
    expect(findings.totals.valueMinor).toBeGreaterThan(0);
  });

  it("is refused where value is beyond what can be counted, and shows what was earned", () => {
    const { findings, scores } = computeRun(inputOf(0.05, 1e12), () => undefined);
    expect(findings).toMatchObject({ status: "refused", model: "historic", fit: null });
    expect(findings.warnings[0]).toMatchObject({ code: "degenerate", level: "refusal" });
    expect(findings.totals.interval).toBeNull();
    expect(scores.value).toEqual(scores.historic);
  });
});

describe("what is said beside the total", () => {
  it("is every doubt that may make it badly wrong, and how many speak for care", () => {
    const doubt = (code: "no_spend" | "weak_ranking", level: "red" | "amber") => ({
      ...{ code, level, values: {} },
    });
    const [serious, careful] = [doubt("no_spend", "red"), doubt("weak_ranking", "amber")];
    const warnings = [careful, serious];
    expect(doubtsAt({ warnings }, "red")).toEqual([serious]);
    expect(doubtsAt({ warnings: [careful] }, "red")).toEqual([]);
    expect(doubtsAt({ warnings }, "amber")).toEqual([careful]);
  });
});

describe("what refuses scores", () => {
  const sound = (expected: number, value = 10) => ({
    expectedPurchases: Float64Array.of(2, expected),
    residualValue: Float64Array.of(5, value),
    ...{ pAlive: Float64Array.of(1, 1), expectedSpend: Float64Array.of(1, 1) },
    discountedPurchases: Float64Array.of(1, 1),
  });
  const terms = { horizonWeeks: 100, mostValue: 1e6 };

  it.each([
    ["no number", sound(Number.NaN)],
    ["no end", sound(Number.POSITIVE_INFINITY)],
    ["less than nothing", sound(-1)],
    ["above a thousand a week", sound(100_001)],
    ["a value that is no number", sound(3, Number.NaN)],
    ["a value too large to count", sound(3, 2e6)],
  ])("is %s", (_, scores) => {
    expect(checkExpectations(scores, terms)).toEqual([
      { code: "degenerate", level: "refusal", values: { customers: 1 } },
    ]);
  });

  it("is nothing where all can be, a value below 0 among it", () => {
    expect(checkExpectations(sound(100_000, -50), terms)).toEqual([]);
  });
});
