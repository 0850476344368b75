import { describe, expect, it } from "vitest";
import { badScenarioFields, readScenario } from "#lib/clv-runs/scenario-query.ts";
import {
  askableOf,
  cappedRetention,
  retentionOf,
  scenarioOf,
  scenarioTotal,
} from "#lib/clv-runs/what-if.ts";

type Run = Parameters<typeof scenarioTotal>[0];

const RUN: Run = {
  id: "1",
  status: "succeeded",
  stage: null,
  percent: 100,
  askedModel: "auto",
  model: "mbg_nbd",
  cutoffOn: "2026-01-01",
  horizonMonths: 36,
  discountRateAnnual: 0.1,
  marginRate: 0.4,
  ...{ costPerOrderMinor: null, costPerContactMinor: null, retentionCostPerYearMinor: null },
  cohort: null,
  basis: "orders",
  renewalPeriod: null,
  isPartial: false,
  currency: "EUR",
  customers: 4,
  repeaters: 3,
  isScheduled: false,
  isWhole: true,
  createdAt: "",
  finishedAt: null,
  failure: null,
  codeVersion: null,
  timings: null,
  holdout: null,
  warnings: [],
  fit: {
    parameters: { r: 0.5, alpha: 6, a: 0.9, b: 1.6 },
    standardErrors: {},
    logLikelihood: -10,
    intervals: {},
    survival: null,
  },
  spend: {
    model: "gamma_gamma",
    parameters: { p: 6, q: 4, v: 15 },
    standardErrors: {},
    logLikelihood: -5,
    customers: 3,
    bands: null,
  },
  totals: {
    valueMinor: 100_000,
    interval: [80_000, 130_000],
    modelInterval: null,
    ...{ intervalMethod: null, refits: null, standardErrorMinor: null, atRiskDeviationMinor: null },
    atRiskMinor: 0,
    historicMinor: 0,
    ...{ historicCostMinor: 0, historicContacts: null },
    tiers: [],
    tierCuts: null,
    past: [],
    forecast: [],
    forecastYear: null,
    sampleServiceCosts: [],
    ...{ service: null, retention: null },
    aliveModel: null,
    sample: [
      [0, 0, 270, 0],
      [2, 200, 270, 41],
      [10, 260, 270, 30],
      [4, 40, 270, 25],
    ],
    contractSample: [],
  },
};

const run = (over: Partial<Run> = {}): Run => ({ ...RUN, ...over });

function total(over: Partial<ReturnType<typeof scenarioOf>>, of = run()): number {
  return scenarioTotal(of, { ...scenarioOf(of), ...over })?.valueMinor ?? Number.NaN;
}

describe("a what-if", () => {
  it("changes nothing where nothing is changed", () => {
    expect(scenarioTotal(run(), scenarioOf(run()))).toEqual({
      valueMinor: 100_000,
      interval: [80_000, 130_000],
      ratio: 1,
      sampled: 4,
      isSample: false,
    });
  });

  it("is in proportion to the margin, without a cost per order", () => {
    expect(total({ marginRate: 0.5 })).toBe(125_000);
    expect(total({ marginRate: 0 })).toBe(0);
  });

  it("takes a cost per order off, so that margin counts more than in proportion", () => {
    expect(total({ marginRate: 0.5 }, run({ costPerOrderMinor: 300 }))).toBeGreaterThan(125_000);
  });

  it("rises with retention and falls with the discount rate", () => {
    expect(total({ retentionPoints: 5 })).toBeGreaterThan(100_000);
    expect(total({ retentionPoints: -5 })).toBeLessThan(100_000);
    expect(total({ discountRateAnnual: 0.2 })).toBeLessThan(100_000);
    expect(total({ discountRateAnnual: 0 })).toBeGreaterThan(100_000);
  });

  it("stays a number where nearly nobody leaves, or nearly everybody", () => {
    for (const retentionPoints of [-99, 99])
      expect(Number.isFinite(total({ retentionPoints }))).toBe(true);
  });

  it("says where retention was held, and only where more was asked than can be", () => {
    const held = (retentionPoints: number, of = run()) =>
      cappedRetention(of, { ...scenarioOf(of), retentionPoints });
    // 1.6 / (0.9 + 1.6) stay: 64 %.
    expect(held(30)).toBeNull();
    expect(held(36)).toBe(0.999);
    expect(held(-64)).toBe(0.001);
    expect(held(0)).toBeNull();
    expect(held(36, run({ model: "pareto_nbd" }))).toBeNull();
    expect(total({ retentionPoints: 36 })).toBe(total({ retentionPoints: 80 }));
  });

  it("says nothing without a model or without a sample", () => {
    const usual = scenarioOf(run());
    expect(scenarioTotal(run({ fit: null }), usual)).toBeNull();
    expect(scenarioTotal(run({ spend: null }), usual)).toBeNull();
    expect(scenarioTotal(run({ totals: null }), usual)).toBeNull();
  });
});

describe("a what-if of another model", () => {
  const totals = (over: Partial<NonNullable<Run["totals"]>>) => {
    if (!RUN.totals) throw new Error("The run has totals.");
    return { ...RUN.totals, ...over };
  };
  const fitted = (parameters: Record<string, number>) => ({
    ...{ parameters, standardErrors: {}, logLikelihood: -10, intervals: {}, survival: null },
  });

  it("of Pareto/NBD takes margin and discount, and no retention", () => {
    const pareto = run({
      model: "pareto_nbd",
      fit: fitted({ r: 0.5, alpha: 10, s: 0.6, beta: 12 }),
    });
    expect(askableOf(pareto)).toEqual(["margin", "discount"]);
    expect(retentionOf(pareto)).toBeNull();
    expect(total({ marginRate: 0.2 }, pareto)).toBe(50_000);
    expect(total({ discountRateAnnual: 0.3 }, pareto)).toBeLessThan(100_000);
    expect(total({ retentionPoints: 10 }, pareto)).toBe(100_000);
  });

  it("of contracts takes all three, retention as the chance to renew", () => {
    const contracts = run({
      ...{ model: "sbg", basis: "contracts", renewalPeriod: "month", spend: null },
      fit: fitted({ alpha: 0.7, beta: 1.2 }),
      totals: totals({
        sample: [],
        contractSample: [
          [0, 0.5, 20],
          [7, 1, 35],
        ],
      }),
    });
    expect(askableOf(contracts)).toEqual(["retention", "margin", "discount"]);
    expect(retentionOf(contracts)).toBeCloseTo(1.2 / 1.9, 12);
    expect(total({}, contracts)).toBe(100_000);
    expect(total({ marginRate: 0.5 }, contracts)).toBe(125_000);
    expect(total({ retentionPoints: 5 }, contracts)).toBeGreaterThan(100_000);
    expect(total({ discountRateAnnual: 0.3 }, contracts)).toBeLessThan(100_000);
  });

  it("of contracts without a sample takes the margin alone", () => {
    const old = run({
      ...{ model: "sbg", basis: "contracts", renewalPeriod: "month", spend: null },
      ...{ fit: fitted({ alpha: 0.7, beta: 1.2 }), totals: totals({ sample: [] }) },
    });
    expect(askableOf(old)).toEqual(["margin"]);
    expect(total({ marginRate: 0.5 }, old)).toBe(125_000);
  });

  it("of what was earned so far takes the margin, and the same cost of orders off", () => {
    const earned = { model: "historic", fit: null, spend: null } as const;
    const past = { sample: [], interval: null, historicMinor: 100_000 };
    const none = run({ ...earned, totals: totals(past) });
    expect(askableOf(none)).toEqual(["margin"]);
    expect(total({ marginRate: 0.2 }, none)).toBe(50_000);
    const costly = run({
      ...{ ...earned, costPerOrderMinor: 300 },
      totals: totals({
        ...{ sample: [], interval: null },
        historicMinor: 100_000,
        historicCostMinor: 20_000,
      }),
    });
    // 120,000 is 40 % of 300,000; half of that less 20,000 is 130,000.
    expect(total({ marginRate: 0.5 }, costly)).toBe(130_000);
    const old = run({ ...costly, totals: totals({ historicCostMinor: null }) });
    expect(scenarioTotal(old, scenarioOf(old))).toBeNull();
  });

  it("keeps the bands of spend", () => {
    const bands = [
      { leastRepeats: 1, mostRepeats: 3, parameters: { p: 6, q: 4, v: 15 } },
      { leastRepeats: 4, mostRepeats: null, parameters: { p: 6, q: 4, v: 60 } },
    ].map((band) => ({
      ...{
        ...band,
        model: "gamma_gamma" as const,
        standardErrors: {},
        logLikelihood: -2,
        customers: 2,
      },
      ...{ converged: true, conditionNumber: 10, gradientPerCustomer: 0 },
    }));
    if (!RUN.spend) throw new Error("The run has a fit of spend.");
    const banded = run({ spend: { ...RUN.spend, bands }, costPerOrderMinor: 300 });
    expect(total({}, banded)).toBe(100_000);
    // Whoever buys often spends more now, so the same cost of an order weighs less.
    expect(total({ marginRate: 0.2 }, banded)).toBeGreaterThan(
      total({ marginRate: 0.2 }, run({ costPerOrderMinor: 300 })),
    );
  });
});

describe("the address of a what-if", () => {
  const usual = { retentionPoints: 0, marginRate: 0.4, discountRateAnnual: 0.1 };

  it("is read in percent, with a comma or a true minus", () => {
    expect(readScenario({ retention: "−2,5", margin: "50", discount: "" }, usual)).toEqual({
      retentionPoints: -2.5,
      marginRate: 0.5,
      discountRateAnnual: 0.1,
    });
  });

  it("names what is no number within bounds, and takes the run's instead", () => {
    const params = { retention: "31", margin: "much", discount: "12" };
    expect(badScenarioFields(params)).toEqual(["retention", "margin"]);
    expect(readScenario(params, usual)).toEqual({ ...usual, discountRateAnnual: 0.12 });
  });
});
