import { describe, expect, it } from "vitest";
import { backtestErrorOf, widenedByError } from "#lib/clv/index.ts";
import { MONTHS, overMonths } from "#lib/clv-runs/forecast-year.ts";

describe("widenedByError (correctness)", () => {
  it("makes an interval as wide as the error on both sides, and never narrower", () => {
    expect(widenedByError({ total: 100, interval: [90, 130] }, -0.25)).toEqual([75, 130]);
    expect(widenedByError({ total: 100, interval: [90, 130] }, 0.4)).toEqual([60, 140]);
    expect(widenedByError({ total: 100, interval: [50, 150] }, 0.1)).toEqual([50, 150]);
  });

  it("leaves an interval as it is where nothing was tested", () => {
    expect(widenedByError({ total: 100, interval: [90, 110] }, null)).toEqual([90, 110]);
  });

  it("is not widened to below 0 unless it lies there already", () => {
    expect(widenedByError({ total: 100, interval: [90, 110] }, 1.5)).toEqual([0, 250]);
    expect(widenedByError({ total: 100, interval: [-5, 110] }, 0.5)).toEqual([-5, 150]);
    expect(widenedByError({ total: -100, interval: [-110, -90] }, 0.5)).toEqual([-150, -50]);
  });

  it("goes by the error of money, and by that of purchases where no money came", () => {
    expect(backtestErrorOf({ spendError: -0.1, totalError: 0.3 })).toBe(-0.1);
    expect(backtestErrorOf({ spendError: null, totalError: 0.3 })).toBe(0.3);
    expect(backtestErrorOf(null)).toBeNull();
  });
});

describe("the band of a forecast", () => {
  const until = Array.from({ length: MONTHS + 1 }, (_, month) => 100 * month);
  const spread = { standardError: 0.1, predictiveDeviation: 0.2, mayLose: false };

  it("is as wide as the last backtest was wrong, in each month and over the year", () => {
    const { forecast, forecastYear } = overMonths(until, { ...spread, backtestError: -0.2 }, 100);
    for (const { interval, innerInterval } of forecast) {
      expect(interval).toEqual([80, 120]);
      expect(innerInterval).toEqual([80, 120]);
    }
    expect(forecastYear).toEqual({ expectedMinor: 1200, interval: [960, 1440] });
  });

  it("is the model’s own where nothing was tested, or the error is smaller", () => {
    const own = overMonths(until, { ...spread, backtestError: null }, 100);
    expect(overMonths(until, { ...spread, backtestError: 0.001 }, 100)).toEqual(own);
    // 1.28 standard deviations of 20 minor units.
    expect(own.forecastYear?.interval).toEqual([1174, 1226]);
  });

  it("does not reach below 0 where nothing can be lost, and does where serving costs something", () => {
    const wide = { standardError: 0, predictiveDeviation: 24, backtestError: null };
    const revenue = overMonths(until, { ...wide, mayLose: false }, 100);
    const afterCosts = overMonths(until, { ...wide, mayLose: true }, 100);
    // 1.28 standard deviations of 2,400 minor units; a month has their twelfth by root.
    expect(revenue.forecastYear?.interval).toEqual([0, 4276]);
    expect(afterCosts.forecastYear?.interval).toEqual([-1876, 4276]);
    expect(revenue.forecast[0]).toMatchObject({ interval: [0, 988], innerInterval: [0, 567] });
    expect(afterCosts.forecast[0]).toMatchObject({
      ...{ interval: [-788, 988], innerInterval: [-367, 567] },
    });
    const wrong = overMonths(until, { ...wide, mayLose: false, backtestError: -1.5 }, 100);
    expect(wrong.forecast[0]?.interval).toEqual([0, 988]);
  });
});
