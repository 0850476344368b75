import { describe, expect, it } from "vitest";
import { aliveTables } from "#lib/clv/alive-tables.ts";
import { activeTimeBy, discountedBy, expectedBy } from "#lib/clv/forecast.ts";
import { aliveChance } from "#lib/clv/models/alive-chance.ts";
import {
  activeTimeOutlook,
  type HistoryExtent,
  purchaseOutlook,
  type Remembered,
  recall,
} from "#lib/clv/purchase-outlook.ts";
import type { AnyPurchaseFit, PurchaseFit } from "#lib/clv/types.ts";
import { weeklyDiscountRate } from "#lib/clv/weeks.ts";

const OPTIONS = { horizonWeeks: 156.536, discountRateAnnual: 0.15 };
const EXTENT: HistoryExtent = { shortestAge: 1, longestAge: 730, mostRepeats: 60, daysPerUnit: 7 };
/** Of the fit of a model only its parameters count here. */
const QUALITY = {
  ...{ logLikelihood: -1, logCovariance: null, conditionNumber: 1, gradientPerCustomer: 0 },
  ...{ converged: true, reason: null, customers: 1, repeaters: 1, hasPrior: false },
};

const fitOf = (
  model: PurchaseFit["model"],
  parameters: PurchaseFit["parameters"],
): PurchaseFit => ({
  ...QUALITY,
  ...{ model, parameters, standardErrors: parameters },
});
const PARETO = { r: 0.55, alpha: 10.58, s: 0.61, beta: 11.67 };

const FITS: readonly { name: string; fit: AnyPurchaseFit }[] = [
  { name: "BG/NBD", fit: fitOf("bg_nbd", { r: 0.6, alpha: 8, a: 0.7, b: 3 }) },
  { name: "MBG/NBD", fit: fitOf("mbg_nbd", { r: 0.25, alpha: 4.5, a: 0.8, b: 2.5 }) },
  { name: "a = 1", fit: fitOf("bg_nbd", { r: 1.2, alpha: 20, a: 1, b: 1.5 }) },
  { name: "a short alpha", fit: fitOf("bg_nbd", { r: 0.1, alpha: 0.02, a: 0.4, b: 1.1 }) },
  { name: "rates alike", fit: fitOf("mbg_nbd", { r: 40, alpha: 160, a: 0.2, b: 9 }) },
  {
    name: "Pareto/NBD",
    fit: { ...QUALITY, model: "pareto_nbd", parameters: PARETO, standardErrors: PARETO },
  },
];

describe.each(FITS)("what is remembered of expectations, $name", ({ fit }) => {
  const rate = weeklyDiscountRate(OPTIONS.discountRateAnnual);
  const horizon = OPTIONS.horizonWeeks;
  const outlook = purchaseOutlook(fit, OPTIONS, EXTENT);
  const ways: readonly {
    name: string;
    from: Remembered;
    exact: (x: number, age: number) => number;
  }[] = [
    {
      name: "expected purchases",
      from: outlook.expected,
      exact: (frequency, age) => expectedBy(fit, { frequency, age, period: horizon }),
    },
    {
      name: "discounted purchases",
      from: outlook.discounted,
      exact: (frequency, age) => discountedBy(fit, { frequency, age, rate, horizon }),
    },
    {
      name: "active time",
      from: activeTimeOutlook(fit, OPTIONS, EXTENT),
      exact: (frequency, age) => activeTimeBy(fit, { frequency, age, rate, horizon }),
    },
  ];

  it.each(ways)("$name are within 1e-11 of the exact ones at every age", ({ from, exact }) => {
    for (const repeats of [0, 1, 7, 60])
      for (let days = 1; days <= 730; days += 27) {
        const known = recall(from, repeats, days);
        expect(Math.abs(known / exact(repeats, days / 7) - 1)).toBeLessThan(1e-11);
        expect(recall(from, repeats, days)).toBe(known);
      }
  });
});

describe("aliveTables", () => {
  it.each(FITS.slice(0, 3))("make the chance of one customer ($name)", ({ fit }) => {
    if (fit.model === "pareto_nbd") throw new Error("Not by tables.");
    const tables = aliveTables(fit, EXTENT);
    if (!tables) throw new Error("No tables.");
    const { factors, powers, width } = tables;
    for (const repeats of [0, 1, 12, 60])
      for (const [last, age] of [
        [0, 1],
        [3, 700],
        [400, 401],
        [1, 730],
      ] as const) {
        const power = (day: number) => powers[repeats * width + day] ?? Number.NaN;
        const alive = power(last) / (power(last) + (factors[repeats] ?? Number.NaN) * power(age));
        const times = { frequency: repeats, recency: last / 7, age: age / 7 };
        expect(alive / aliveChance(fit.parameters, fit.model, times)).toBeCloseTo(1, 12);
      }
  });

  it("are none where powers or places are too many", () => {
    const fit = fitOf("bg_nbd", { r: 0.6, alpha: 0.01, a: 0.7, b: 3 });
    expect(aliveTables(fit, EXTENT)).not.toBeNull();
    expect(aliveTables(fit, { ...EXTENT, mostRepeats: 100 })).toBeNull();
    expect(aliveTables(fit, { ...EXTENT, longestAge: 40_000 })).toBeNull();
  });
});
