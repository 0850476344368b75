import { describe, expect, it } from "vitest";
import {
  checkBacktest,
  checkContracts,
  checkPurchases,
  checkSpacing,
  checkSpend,
  chooseSpend,
  expectedSpend,
  purchaseSpacing,
} from "#lib/clv/index.ts";
import type { Backtest, PurchaseFit, SpendFit } from "#lib/clv/types.ts";
import { SHOP_PROFILES, simulateCustomers } from "#tests/support/simulated-customers.ts";

const PARAMETERS = { r: 0.25, alpha: 4.5, a: 0.8, b: 2.5 };

const FIT: PurchaseFit = {
  model: "mbg_nbd",
  parameters: PARAMETERS,
  standardErrors: PARAMETERS,
  logLikelihood: -100,
  logCovariance: null,
  conditionNumber: 100,
  gradientPerCustomer: 1e-10,
  converged: true,
  reason: null,
  customers: 1000,
  repeaters: 500,
  hasPrior: false,
};

const SPEND: SpendFit = {
  model: "gamma_gamma",
  parameters: { p: 6, q: 4, v: 15 },
  standardErrors: { p: 1, q: 1, v: 1 },
  logLikelihood: -100,
  logCovariance: null,
  conditionNumber: 100,
  gradientPerCustomer: 1e-10,
  converged: true,
  reason: null,
  customers: 500,
  bands: null,
};

describe("checkPurchases", () => {
  it("has nothing against a plain fit", () => {
    expect(checkPurchases(FIT)).toEqual([]);
  });

  it.each<[string, Partial<PurchaseFit>, string]>([
    ["a search that stalled", { converged: false, reason: "stalled" }, "red not_converged"],
    [
      "a parameter below 0.001",
      { parameters: { ...PARAMETERS, r: 1e-4 } },
      "red degenerate_parameter",
    ],
    ["nobody who leaves", { parameters: { ...PARAMETERS, a: 0.04 } }, "amber no_dropout"],
    ["a slope at what should be the top", { gradientPerCustomer: 1e-5 }, "red not_converged"],
    ["rates all alike", { parameters: { ...PARAMETERS, r: 120 } }, "amber homogeneous_rates"],
    ["an open direction", { conditionNumber: Number.POSITIVE_INFINITY }, "amber ill_conditioned"],
    ["what BG/NBD says of one-time buyers", { model: "bg_nbd" }, "note alive_by_construction"],
  ])("names %s", (_, change, expected) => {
    const warnings = checkPurchases({ ...FIT, ...change });
    expect(warnings.map(({ code, level }) => `${level} ${code}`)).toEqual([expected]);
  });
});

describe("checkSpend", () => {
  const dependence = { pearson: 0.1, spearman: 0.2, customers: 500 };
  const found = (fit: SpendFit | null, spearman = 0.2) =>
    checkSpend(fit, { ...dependence, spearman }).map(({ code, level }) => `${level} ${code}`);

  it("names what is wrong with spend", () => {
    expect(found(SPEND)).toEqual([]);
    expect(found(null)).toEqual(["red no_spend"]);
    expect(found({ ...SPEND, model: "shrunk_mean" })).toEqual(["red spend_mean_infinite"]);
    expect(found({ ...SPEND, model: "shrunk_mean", converged: false })).toEqual([
      "red spend_not_converged",
    ]);
    expect(found(SPEND, -0.31)).toEqual(["amber spend_follows_frequency"]);
  });

  it("says only that spend follows frequency where a shrunk mean stands in for that", () => {
    expect(found({ ...SPEND, model: "shrunk_mean" }, 0.4)).toEqual([
      "amber spend_follows_frequency",
    ]);
  });
});

describe("chooseSpend", () => {
  /** Half bought twice for 10, half eight times for 40 each: spend follows frequency, and customers are too few for bands. */
  const history = {
    repeats: Int32Array.from({ length: 196 }, (_, i) => (i % 2 === 0 ? 2 : 8)),
    lastDays: new Int32Array(196).fill(90),
    ageDays: new Int32Array(196).fill(100),
    meanSpend: Float64Array.from({ length: 196 }, (_, i) => (i % 2 === 0 ? 10 : 40) + (i % 7) / 10),
    daysPerUnit: 7,
  };

  it("draws each mean towards that of an average customer where spend goes with frequency and customers are few (correctness)", () => {
    const { spend, dependence } = chooseSpend(history);
    expect(dependence.spearman).toBeGreaterThan(0.3);
    if (!spend) throw new Error("There are amounts.");
    expect(spend.model).toBe("shrunk_mean");
    expect(expectedSpend(spend.parameters, { repeats: 0, meanSpend: 0 })).toBeCloseTo(25.3, 1);
    expect(expectedSpend(spend.parameters, { repeats: 2, meanSpend: 10 })).toBeCloseTo(17.65, 1);
  });

  it("is Gamma-Gamma where it does not", () => {
    const { history: apart } = simulateCustomers(2500, SHOP_PROFILES.cdnow);
    expect(chooseSpend(apart).spend?.model).toBe("gamma_gamma");
  });
});

describe("checkBacktest", () => {
  const result = {
    totalError: -0.12,
    spendError: 0.2,
    auc: 0.77,
    holdoutWeeks: 39,
    customers: 2357,
  };
  const found = (change: Partial<Backtest>) =>
    checkBacktest({ ...result, ...change } as Backtest).map(({ code }) => code);

  it("names a total far off and a ranking near chance", () => {
    expect(found({})).toEqual([]);
    expect(found({ totalError: -0.26, auc: 0.59 })).toEqual(["holdout_error", "weak_ranking"]);
    expect(found({ totalError: null, spendError: null, auc: null })).toEqual([]);
  });

  it("names spend far off, also where purchases are right", () => {
    expect(found({ spendError: 0.31 })).toEqual(["holdout_spend_error"]);
    expect(found({ totalError: 0.3, spendError: -0.26 })).toEqual([
      "holdout_error",
      "holdout_spend_error",
    ]);
  });
});

describe("checkContracts refuses", () => {
  it.each([
    ["no customers", [{ lost: [0, 0, 0], survivors: 0 }], "no_customers"],
    ["a count below 0", [{ lost: [40, -1, 3], survivors: 9 }], "history_inconsistent"],
    ["two renewals", [{ lost: [40, 20], survivors: 90 }], "few_renewals"],
    ["29 losses", [{ lost: [20, 5, 4], survivors: 90 }], "few_losses"],
  ])("%s", (_, cohorts, code) => {
    expect(checkContracts(cohorts)).toMatchObject([{ code, level: "refusal" }]);
  });
});

describe("purchaseSpacing", () => {
  /** Customers with three purchase days each. */
  const columnsOf = (gaps: readonly [number, number][]) => ({
    customers: Int32Array.from(gaps.flatMap((_, i) => [i, i, i])),
    days: Int32Array.from(gaps.flatMap(([first, second]) => [0, first, first + second])),
    amounts: new Float64Array(3 * gaps.length).fill(1),
  });

  it("of shares of ¼ and ¾ by turns is k = 1.5 (correctness)", () => {
    const gaps = Array.from({ length: 200 }, (_, i): [number, number] =>
      i % 2 === 0 ? [1, 3] : [3, 1],
    );
    expect(purchaseSpacing(columnsOf(gaps))).toEqual({ k: 1.5, customers: 200 });
  });

  it("is not known of fewer than 100 customers with two gaps (inputs)", () => {
    expect(purchaseSpacing(columnsOf(Array.from({ length: 99 }, () => [1, 3])))).toBeNull();
  });

  it("is named where purchases come on a schedule, also without any spread", () => {
    const even = purchaseSpacing(columnsOf(Array.from({ length: 100 }, () => [7, 7])));
    expect(checkSpacing(even)).toMatchObject([{ code: "regular_spacing" }]);
    expect(checkSpacing({ k: 1.2, customers: 100 })).toEqual([]);
    expect(checkSpacing(null)).toEqual([]);
  });
});
