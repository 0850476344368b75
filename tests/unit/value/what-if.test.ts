import { describe, expect, it } from "vitest";
import { badScenarioFields, readScenario } from "#lib/clv-runs/scenario-query.ts";
import { scenarioOf, scenarioTotal } from "#lib/clv-runs/what-if.ts";

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
  costPerOrderMinor: null,
  cohort: null,
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
  },
  spend: {
    model: "gamma_gamma",
    parameters: { p: 6, q: 4, v: 15 },
    standardErrors: {},
    logLikelihood: -5,
    customers: 3,
  },
  totals: {
    valueMinor: 100_000,
    interval: [80_000, 130_000],
    modelInterval: null,
    atRiskMinor: 0,
    historicMinor: 0,
    tiers: [],
    tierCuts: null,
    forecast: [],
    forecastYear: null,
    sample: [
      [0, 0, 270, 0],
      [2, 200, 270, 41],
      [10, 260, 270, 30],
      [4, 40, 270, 25],
    ],
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

  it("says nothing without a model or without a sample", () => {
    const usual = scenarioOf(run());
    expect(scenarioTotal(run({ fit: null }), usual)).toBeNull();
    expect(scenarioTotal(run({ spend: null }), usual)).toBeNull();
    expect(scenarioTotal(run({ totals: null }), usual)).toBeNull();
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
