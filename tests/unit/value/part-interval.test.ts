import { describe, expect, it } from "vitest";
import { partInterval, partIntervalEach, tierInterval } from "#lib/clv-runs/part-interval.ts";

type Run = Parameters<typeof partIntervalEach>[0];

/** A run with a total, its standard error, and how wrong its backtest was. */
function run(valueMinor: number, standardErrorMinor: number | null, spendError = 0): Run {
  const totals = { valueMinor, standardErrorMinor, service: null };
  const parts = { totals, holdout: { spendError }, costPerOrderMinor: null };
  return parts as unknown as Run;
}

describe("the interval of a part of a total", () => {
  it("has chance of its own, and its share of what the parameters leave open", () => {
    const [low, high] = partInterval(run(200, 10), { valueMinor: 50, deviationMinor: 6 }) ?? [];
    expect(low).toBeCloseTo(37.26, 2);
    expect(high).toBeCloseTo(62.74, 2);
  });

  it("is wider, for its size, the fewer customers are in it", () => {
    const reachOf = (share: number) => {
      const part = { valueMinor: 200 * share, deviationMinor: 20 * Math.sqrt(share) };
      const [low = 0, high = 0] = partInterval(run(200, 10), part) ?? [];
      return (high - low) / part.valueMinor;
    };
    expect(reachOf(0.1)).toBeGreaterThan(2 * reachOf(1));
  });

  it("does not lie below 0 unless the part does, and is as wide as the backtest was wrong", () => {
    expect(partInterval(run(200, 10), { valueMinor: 5, deviationMinor: 30 })?.[0]).toBe(0);
    expect(partInterval(run(200, 10), { valueMinor: -5, deviationMinor: 1 })?.[0]).toBeLessThan(-5);
    const wide = partInterval(run(200, 0, -0.5), { valueMinor: 50, deviationMinor: 0 });
    expect(wide).toEqual([25, 75]);
  });

  it("may lie below 0 where serving costs something, and what is at risk may not", () => {
    const part = { valueMinor: 5, deviationMinor: 30 };
    const costly = { ...run(200, 10), costPerOrderMinor: 100 };
    expect(partIntervalEach(costly, { ...part, customers: 1 })?.[0]).toBeLessThan(0);
    expect(partIntervalEach(run(200, 10), { ...part, customers: 1 })?.[0]).toBe(0);
    expect(partInterval(costly, part)?.[0]).toBe(0);
  });

  it("of a tier is its own, and that of the whole where it is the only one", () => {
    const tier = { valueMinor: 50, deviationMinor: 6 };
    const whole = { interval: [150, 250], tiers: [tier] };
    const asked = (tiers: readonly object[]) => {
      const found = run(200, 10);
      return { ...found, totals: { ...found.totals, ...whole, tiers } } as unknown as Run;
    };
    expect(tierInterval(asked([tier]), tier)).toEqual([150, 250]);
    expect(tierInterval(asked([tier, tier]), tier)?.[0]).toBeCloseTo(37.26, 2);
  });

  it("of each is that of all of them by their number", () => {
    const part = { valueMinor: 50, deviationMinor: 6, customers: 10 };
    expect(partIntervalEach(run(200, 10), part)?.[1]).toBeCloseTo(6.274, 3);
  });

  it("is none without a total, a standard error or a deviation", () => {
    const part = { valueMinor: 50, deviationMinor: 6 };
    expect(partInterval(run(0, 10), part)).toBeNull();
    expect(partInterval(run(200, null), part)).toBeNull();
    expect(partInterval(run(200, 10), { ...part, deviationMinor: null })).toBeNull();
    expect(partInterval({ totals: null, holdout: null }, part)).toBeNull();
  });
});
