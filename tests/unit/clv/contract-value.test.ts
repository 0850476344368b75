import { describe, expect, it } from "vitest";
import { checkHazard, trendOf } from "#lib/clv/checks/check-hazard.ts";
import {
  contractOutlook,
  discountedVariance,
  expectedDiscounted,
  renewalsQuantile,
} from "#lib/clv/contract-outlook.ts";
import type { Tenure } from "#lib/clv/contract-types.ts";
import {
  backtestContracts,
  checkCalibration,
  checkContractFit,
  contractCohorts,
  contractTotal,
  discountedResidualLifetime,
  fitContracts,
  renewalsAhead,
  scoreContracts,
  survivalCurve,
  survivalShare,
  tenuresOf,
} from "#lib/clv/index.ts";
import type { ContractCohort, SbgFit } from "#lib/clv/types.ts";
import { WEEKS_PER_YEAR } from "#lib/clv/weeks.ts";
import { at } from "#lib/stats/typed-array.ts";
import { contractColumns, dayOf, simulateContracts } from "#tests/support/simulated-contracts.ts";

/** Fader and Hardie (2007), table 1: customers of 1,000 lost at each of seven renewals. */
const REGULAR = { lost: [369, 163, 86, 56, 37, 27, 21], survivors: 241 };
const HIGH_END = { lost: [131, 126, 90, 60, 42, 34, 26], survivors: 491 };
const PARAMETERS = { alpha: 0.7041, beta: 1.182 };

const PROFILE = { alpha: 0.7, beta: 2.5, starts: 24, lastDay: dayOf("2026-06-30") };
const CONTRACTS = contractColumns(simulateContracts(3000, PROFILE));
const ASKED = { asOfDay: PROFILE.lastDay, period: "month" } as const;

const running = (renewals: number, more: Partial<Tenure> = {}): Tenure => ({
  ...{ customer: 0, startDay: 0, state: "running", renewals, due: renewals },
  ...{ nextIn: 1, price: 1, ...more },
});

describe("a fit of contracts (correctness)", () => {
  it("of the high end leaves 37.8 % after twelve renewals from seven, and 30.7 % from four", () => {
    const seven = fitContracts([HIGH_END]);
    expect(survivalShare(seven.parameters, 12)).toBeCloseTo(0.378, 3);
    const four = fitContracts([{ lost: HIGH_END.lost.slice(0, 4), survivors: 593 }]);
    expect(survivalShare(four.parameters, 12)).toBeCloseTo(0.307, 2);
  });

  it("is the same of cohorts of unequal length whatever their order, and finds what they were drawn from within three errors (consistency)", () => {
    const { tenures } = tenuresOf(CONTRACTS, ASKED);
    const cohorts = contractCohorts(tenures);
    expect(new Set(cohorts.map(({ lost }) => lost.length)).size).toBeGreaterThan(20);
    const fit = fitContracts(cohorts);
    expect(fit.customers).toBe(3000);
    expect(fitContracts(cohorts.toReversed()).logLikelihood).toBeCloseTo(fit.logLikelihood, 6);
    for (const name of ["alpha", "beta"] as const) {
      const z = (fit.parameters[name] - PROFILE[name]) / fit.standardErrors[name];
      expect(Math.abs(z), name).toBeLessThan(3);
    }
    expect(checkContractFit(fit)).toEqual([]);
  });

  it("has a curve beside what was seen, by Kaplan and Meier", () => {
    const curve = survivalCurve([REGULAR], fitContracts([REGULAR]).parameters);
    expect(curve.slice(0, 2)).toMatchObject([
      { renewal: 1, atRisk: 1000, lost: 369, observed: 0.631 },
      { renewal: 2, atRisk: 631, lost: 163, observed: 0.468 },
    ]);
    expect(at(Float64Array.of(curve[6]?.observed ?? 0), 0)).toBeCloseTo(0.241, 12);
    expect(curve[6]?.predicted).toBeCloseTo(0.241, 1);
    const unequal = survivalCurve([REGULAR, { lost: [0], survivors: 1000 }], PARAMETERS);
    expect(unequal[0]).toMatchObject({ atRisk: 2000, lost: 369 });
    expect(unequal[1]).toMatchObject({ atRisk: 631, lost: 163 });
  });
});

describe("the value of contracts", () => {
  const options = { horizonWeeks: 100 * WEEKS_PER_YEAR, discountRateAnnual: 0.1, marginRate: 0.5 };

  it("is the residual lifetime times price and margin just before a renewal, nearly without end (consistency)", () => {
    for (const renewals of [0, 1, 5]) {
      const current = [running(renewals, { nextIn: 1e-9, price: 40 })];
      const { residualValue } = scoreContracts({ period: "year", current }, PARAMETERS, {
        ...options,
        horizonWeeks: 2000 * WEEKS_PER_YEAR,
      });
      const whole = discountedResidualLifetime(PARAMETERS, 0.1, renewals + 1);
      expect(at(residualValue, 0) / (20 * whole)).toBeCloseTo(1, 6);
    }
  });

  it("counts renewals within the horizon: the chance of each adds up (correctness)", () => {
    const { pAlive, expectedPurchases } = scoreContracts(
      { period: "year", current: [running(0), running(7)] },
      PARAMETERS,
      { ...options, horizonWeeks: 3 * WEEKS_PER_YEAR },
    );
    expect(at(pAlive, 0)).toBeCloseTo(0.6267, 4);
    expect(at(pAlive, 1)).toBeGreaterThan(0.9);
    const sum = [1, 2, 3].reduce((all, t) => all + survivalShare(PARAMETERS, t), 0);
    expect(at(expectedPurchases, 0)).toBeCloseTo(sum, 12);
  });

  it("falls with time to the next renewal, and is 0 of who has left", () => {
    const current = [running(2), running(2, { nextIn: 0.1 }), running(2, { state: "lost" })];
    const { residualValue, pAlive } = scoreContracts({ period: "year", current }, PARAMETERS, {
      ...options,
      horizonWeeks: 3 * WEEKS_PER_YEAR,
    });
    expect(at(residualValue, 1)).toBeGreaterThan(at(residualValue, 0));
    expect([at(residualValue, 2), at(pAlive, 2)]).toEqual([0, 0]);
  });

  it.each([
    [1, "month", 36, 36],
    [0.5, "month", 36, 36],
    [1, "year", 12, 1],
    [1, "year", 11, 0],
    [0.25, "quarter", 12, 4],
    [1, "month", 0, 0],
  ] as const)("next in %d %s, a horizon of %d months holds %d", (nextIn, period, months, count) => {
    const horizonWeeks = (months * WEEKS_PER_YEAR) / 12;
    expect(renewalsAhead(nextIn, period, { horizonWeeks })).toBe(count);
  });

  it("varies as the number of renewals does, whose chances add up to one (consistency)", () => {
    const ahead = contractOutlook(PARAMETERS, "year", { discountRateAnnual: 0.1 })(1, 6);
    const chances = [...ahead.chances];
    const stops = chances.map((chance, j) => chance - (chances[j + 1] ?? 0));
    expect(stops.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12);
    const moment = (power: number) =>
      stops.reduce((sum, chance, j) => sum + chance * at(ahead.discounted, j) ** power, 0);
    expect(expectedDiscounted(ahead)).toBeCloseTo(moment(1), 12);
    expect(discountedVariance(ahead)).toBeCloseTo(moment(2) - moment(1) ** 2, 12);
    expect(renewalsQuantile(ahead, 0)).toBe(0);
    expect(renewalsQuantile(ahead, 0.999)).toBe(6);
  });

  it("in total is the sum of the scores, with an interval that the parameters and chance leave open", () => {
    const tenures = tenuresOf(CONTRACTS, ASKED);
    const fit = fitContracts(contractCohorts(tenures.tenures));
    const terms = { ...options, horizonWeeks: 3 * WEEKS_PER_YEAR };
    const { residualValue, valueLow, valueHigh } = scoreContracts(tenures, fit.parameters, terms);
    const found = contractTotal(tenures, fit, terms);
    const sum = residualValue.reduce((all, value) => all + value, 0);
    expect(found.total / sum).toBeCloseTo(1, 10);
    expect(found.standardError).toBeGreaterThan(0);
    expect(found.predictiveDeviation).toBeGreaterThan(found.standardError);
    expect(contractTotal(tenures, { ...fit, logCovariance: null }, terms).standardError).toBe(0);
    for (const [i, low] of valueLow.entries()) expect(low).toBeLessThanOrEqual(at(valueHigh, i));
  });
});

describe("a backtest of contracts", () => {
  const asked = { period: "month", cutoffDay: PROFILE.lastDay, meanPrice: 12 } as const;

  it("foretells what came within a tenth where the model holds, better than the same loss at each renewal", () => {
    const tested = backtestContracts(CONTRACTS, asked);
    if (!tested) throw new Error("The history is long enough.");
    const { backtest, heldBack } = tested;
    expect(heldBack).toBe(8);
    expect(Math.abs(backtest.totalError ?? 1)).toBeLessThan(0.1);
    expect(Math.abs(backtest.totalError ?? 1)).toBeLessThan(Math.abs(backtest.naiveError ?? 0));
    expect(backtest.rmse).toBeLessThan(backtest.naiveRmse);
    expect(backtest.auc).toBeGreaterThan(0.5);
    const banded = backtest.byFrequency.reduce((sum, { customers }) => sum + customers, 0);
    expect(banded).toBe(backtest.customers);
    const last = backtest.tracking.at(-1);
    expect(last?.actual).toBeCloseTo(backtest.actualTotal, 9);
    expect(last?.predicted).toBeCloseTo(backtest.predictedTotal, 6);
    expect(backtest.deciles).toHaveLength(10);
  });

  it("is none where the time before is too short for a fit (inputs)", () => {
    const young = contractColumns(simulateContracts(200, { ...PROFILE, starts: 2 }));
    expect(backtestContracts(young, asked)).toBeNull();
    expect(backtestContracts(contractColumns([]), asked)).toBeNull();
  });
});

describe("doubts about contracts", () => {
  it("name losses that rise with tenure, and none that fall", () => {
    const points = [
      { atRisk: 100, lost: 10 },
      { atRisk: 100, lost: 30 },
    ];
    expect(trendOf(points)).toBeCloseTo(3.5355, 4);
    const rising: ContractCohort = { lost: [10, 20, 40, 80], survivors: 850 };
    expect(checkHazard([rising])).toMatchObject([
      { code: "rising_hazard", level: "red", values: { firstHazard: 0.01 } },
    ]);
    expect(checkHazard([REGULAR])).toEqual([]);
    expect(checkHazard([{ lost: [0, 0, 0], survivors: 9 }])).toEqual([]);
  });

  it("name a horizon far beyond what was seen, and what a shorter history would have said", () => {
    const asked = { renewals: 4, ahead: 12, now: PARAMETERS };
    expect(checkCalibration({ ...asked, before: null })).toMatchObject([
      { code: "short_calibration", values: { renewals: 4, ahead: 12 } },
    ]);
    const before = { parameters: { alpha: 1, beta: 1 }, heldBack: 2 };
    expect(checkCalibration({ ...asked, ahead: 8, before })).toMatchObject([
      { code: "calibration_length", level: "note", values: { heldBack: 2 } },
    ]);
  });

  it("name a fit that is none", () => {
    const fit: SbgFit = fitContracts([REGULAR]);
    const codes = (change: Partial<SbgFit>) =>
      checkContractFit({ ...fit, ...change }).map(({ code }) => code);
    expect(codes({ converged: false })).toEqual(["not_converged"]);
    expect(codes({ parameters: { alpha: 1e-4, beta: 1 } })).toEqual(["degenerate_parameter"]);
    expect(codes({ conditionNumber: 1e9 })).toEqual(["ill_conditioned"]);
  });

  it("come of customers who are all alike, without a number that is none", () => {
    const alike: ContractCohort = { lost: [100, 90, 81, 73, 66], survivors: 590 };
    const fit = fitContracts([alike]);
    expect(checkContractFit(fit).length).toBeGreaterThan(0);
    expect(Number.isFinite(survivalShare(fit.parameters, 20))).toBe(true);
  });
});
