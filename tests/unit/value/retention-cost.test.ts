import { describe, expect, it } from "vitest";
import type { Tenure } from "#lib/clv/contract-types.ts";
import { scoreContracts, scoreCustomers } from "#lib/clv/index.ts";
import type { PurchaseFit, SpendFit } from "#lib/clv/types.ts";
import { WEEKS_PER_YEAR } from "#lib/clv/weeks.ts";
import { retentionToTell, weeklyCosts } from "#lib/clv-runs/service-of.ts";
import { at } from "#lib/stats/typed-array.ts";

const CDNOW = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const SPEND = { p: 6.25, q: 3.74, v: 15.44 };
const QUALITY = {
  ...{ logLikelihood: 0, logCovariance: null, conditionNumber: 1, gradientPerCustomer: 0 },
  ...{ converged: true, reason: null, customers: 0 },
} as const;
const FIT: PurchaseFit = {
  ...{ ...QUALITY, model: "bg_nbd", parameters: CDNOW, standardErrors: CDNOW },
  ...{ repeaters: 0, hasPrior: false },
};
const GAMMA_GAMMA: SpendFit = {
  ...{ ...QUALITY, model: "gamma_gamma", parameters: SPEND, standardErrors: SPEND, bands: null },
};

describe("retention cost", () => {
  it("is off the value to come for the weeks a customer is expected to stay: 34.25 of the next 39, if they have not left", () => {
    const customer = {
      ...{ repeats: Int32Array.of(2), lastDays: Int32Array.of(213), ageDays: Int32Array.of(272) },
      ...{ meanSpend: Float64Array.of(22.35), daysPerUnit: 7 },
    };
    const options = { horizonWeeks: 39, discountRateAnnual: 0, marginRate: 0.5 };
    const fits = { purchases: FIT, spend: GAMMA_GAMMA };
    const plain = scoreCustomers(customer, fits, options);
    // €52.18 a year is €1 a week.
    const serviceCosts = weeklyCosts(null, 1, 1);
    const kept = scoreCustomers({ ...customer, serviceCosts }, fits, options);
    const off = at(plain.residualValue, 0) - at(kept.residualValue, 0);
    expect(off / at(plain.pAlive, 0)).toBeCloseTo(34.25, 2);
    expect(off).toBeCloseTo(at(kept.activeTime ?? new Float64Array(1), 0), 12);
  });

  it("of a subscription is borne by the running month and by each renewal: 1 + 2/3 + 1/2 + 2/5 of three months", () => {
    const tenure: Tenure = {
      ...{ customer: 0, startDay: 0, state: "running", renewals: 0, due: 0, nextIn: 1, price: 30 },
    };
    const options = { horizonWeeks: WEEKS_PER_YEAR / 4, discountRateAnnual: 0, marginRate: 0.5 };
    const [perWeek] = weeklyCosts(null, 12 / WEEKS_PER_YEAR, 1) ?? [];
    const { residualValue } = scoreContracts(
      { period: "month", current: [{ ...tenure, serviceCost: perWeek ?? 0 }] },
      { alpha: 1, beta: 2 },
      options,
    );
    const renewals = 2 / 3 + 1 / 2 + 2 / 5;
    expect(at(residualValue, 0)).toBeCloseTo(15 * renewals - (1 + renewals), 9);
  });

  it("adds to the cost of contacts, and is nothing where neither is known", () => {
    const service = { perWeek: Float64Array.of(0.5, 0.25) };
    expect([...(weeklyCosts(service, 0.25, 2) ?? [])]).toEqual([0.75, 0.5]);
    expect([...(weeklyCosts(service, 0, 2) ?? [])]).toEqual([0.5, 0.25]);
    expect(weeklyCosts(null, 0, 2)).toBeUndefined();
  });

  it("is told in minor units of all weeks ahead", () => {
    const ahead = Float64Array.of(20, 5);
    expect(retentionToTell(ahead, { retentionCostPerWeek: 0.2, unit: 100 })).toEqual({
      ...{ weeksAhead: 25, aheadMinor: 500 },
    });
    expect(retentionToTell(ahead, { retentionCostPerWeek: 0, unit: 100 })).toBeNull();
  });
});
