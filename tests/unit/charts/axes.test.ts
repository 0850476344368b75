import { describe, expect, it } from "vitest";
import { chartText, tickText } from "#components/charts/chart-format.ts";
import { niceTicks } from "#components/charts/nice-ticks.ts";
import { waterfallSteps } from "#components/charts/waterfall-steps.ts";

describe("niceTicks", () => {
  it("are round and hold all values", () => {
    expect(niceTicks([52, 83]).ticks).toEqual([50, 60, 70, 80, 90]);
    expect(niceTicks([0, 131], 4)).toEqual({ ticks: [0, 50, 100, 150], domain: [0, 150] });
    expect(niceTicks([-64, 328]).domain).toEqual([-100, 400]);
  });

  it("have no rounding dust", () => {
    expect(niceTicks([0, 0.3], 4).ticks).toEqual([0, 0.1, 0.2, 0.3]);
  });

  it("put one value in the middle and draw an axis without any", () => {
    const [low, high] = niceTicks([66]).domain;
    expect(low).toBeLessThan(66);
    expect(high).toBeGreaterThan(66);
    expect(niceTicks([0]).domain).toEqual([-1, 1]);
    expect(niceTicks([null]).domain).toEqual([0, 1]);
  });
});

describe("the numbers of a figure", () => {
  it("have a unit after a no-break space, a sign where asked, and – for nothing", () => {
    expect(chartText(63, { locale: "en", unit: "%" })).toBe("63\u00a0%");
    expect(chartText(-8, { locale: "en", isSigned: true })).toBe("−8");
    expect(chartText(412_00, { locale: "en", currency: "EUR", isSigned: true })).toBe("+€412");
    expect(chartText(null, { locale: "en", unit: "%" })).toBe("–");
  });

  it("are all in thousands at ticks where one of them is", () => {
    const money = { locale: "en", currency: "EUR" };
    const text = (ticks: readonly number[]) => ticks.map((tick) => tickText(tick, ticks, money));
    expect(text([0, 50_000_00, 100_000_00])).toEqual(["€0", "€50\u00a0k", "€100\u00a0k"]);
    expect(text([0, 50_000_00])).toEqual(["€0", "€50,000"]);
  });

  it("have as many digits at ticks as their steps", () => {
    expect(tickText(0.15, [0.1, 0.15], { locale: "en" })).toBe("0.15");
    expect(tickText(20, [0, 20], { locale: "en", digits: 2 })).toBe("20");
  });
});

describe("waterfallSteps", () => {
  it("lead from 0 to the total, and an unknown amount leads nowhere", () => {
    expect(waterfallSteps([-64, 412, null, -137])).toEqual({
      steps: [
        { from: 0, to: -64, amount: -64 },
        { from: -64, to: 348, amount: 412 },
        { from: 348, to: 348, amount: null },
        { from: 348, to: 211, amount: -137 },
      ],
      total: 211,
    });
  });
});
