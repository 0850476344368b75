import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  backtest,
  checkPurchases,
  cohortTotal,
  expectedSpend,
  fitContracts,
  fitPareto,
  fitPurchases,
  fitSpend,
  monthlyValue,
  predictiveBand,
  scoreCustomers,
  spendDependence,
  splitPurchases,
} from "#lib/clv/index.ts";
import { aliveChance } from "#lib/clv/models/alive-chance.ts";
import { discountedWhileAlive } from "#lib/clv/models/discounted-purchases.ts";
import { expectedWhileAlive } from "#lib/clv/models/expected-purchases.ts";
import { WEEKS_PER_YEAR, weeklyDiscountRate } from "#lib/clv/weeks.ts";
import {
  dayOf,
  hasClvReference,
  readReference,
  readReferenceRows,
  referenceHistory,
  referencePurchases,
} from "#tests/support/clv-reference.ts";
import { SHOP_PROFILES, simulateCustomers } from "#tests/support/simulated-customers.ts";

const numbers = z.record(z.string(), z.number());
const fitSchema = z.object({ params: numbers, loglik: z.number(), se: numbers.optional() });
const fitsSchema = z.object({
  bgnbd_exact_mle: fitSchema,
  mbgnbd_exact_mle: fitSchema,
  gamma_gamma_exact_mle: fitSchema,
  pnbd_mle: fitSchema,
});
const modelsSchema = z.object({
  params_bgnbd: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  gg: z.object({ p: z.number(), q: z.number(), v: z.number() }),
  holdout: z.object({
    bgnbd: z.object({ pred_total: z.number(), rmse: z.number(), mae: z.number() }),
    mbgnbd: z.object({ pred_total: z.number(), rmse: z.number(), mae: z.number() }),
    naive_same_rate: z.object({ pred_total: z.number() }),
  }),
});

const DATA_SETS = ["cdnow_sample", "cdnow_full"] as const;

describe.skipIf(!hasClvReference)(
  "CDNOW (correctness; needs ../shared/reference/clv, and is left out where that is absent)",
  () => {
    describe.each(DATA_SETS)("fits of %s", (name) => {
      const reference = () => fitsSchema.parse(readReference(`${name}_fits.json`));
      const history = () => referenceHistory(`${name}_summary_weeks.csv`);

      it.each([
        ["bg_nbd", "bgnbd_exact_mle"],
        ["mbg_nbd", "mbgnbd_exact_mle"],
      ] as const)("are those of the exact maximum in %s", (model, key) => {
        const { params, loglik, se } = reference()[key];
        const fit = fitPurchases(history(), model);
        expect(Math.abs(fit.logLikelihood - loglik)).toBeLessThan(1e-5);
        for (const letter of ["r", "alpha", "a", "b"] as const) {
          expectRelative(fit.parameters[letter], params[letter], 1e-5);
          // Those of the reference are by differences.
          if (se) expectRelative(fit.standardErrors[letter], se[letter], 2e-3);
        }
        expect(checkPurchases(fit).filter(({ level }) => level === "red")).toEqual([]);
      });

      it("are those of the exact maximum in Pareto/NBD", { timeout: 60_000 }, () => {
        const { params, loglik, se } = reference().pnbd_mle;
        const fit = fitPareto(history());
        expect(Math.abs(fit.logLikelihood - loglik)).toBeLessThan(1e-5);
        for (const letter of ["r", "alpha", "s", "beta"] as const) {
          expectRelative(fit.parameters[letter], params[letter], 1e-5);
          if (se) expectRelative(fit.standardErrors[letter], se[letter], 2e-3);
        }
      });

      it("are those of the exact maximum in Gamma-Gamma", () => {
        const { params, loglik } = reference().gamma_gamma_exact_mle;
        const fit = fitSpend(history());
        expect(Math.abs((fit?.logLikelihood ?? 0) - loglik)).toBeLessThan(1e-5);
        for (const letter of ["p", "q", "v"] as const)
          expectRelative(fit?.parameters[letter] ?? 0, params[letter], 1e-5);
      });
    });

    it.each(DATA_SETS)("values of single customers of %s are those at 30 digits", (name) => {
      const { params_bgnbd, gg } = modelsSchema.parse(readReference(`${name}_customers.json`));
      const [r, alpha, a, b] = params_bgnbd;
      const fit = { parameters: { r, alpha, a, b }, model: "bg_nbd" } as const;
      const yearly = weeklyDiscountRate(0.15);
      const rows = readReferenceRows(`${name}_customers.csv`);
      expect(rows.length).toBeGreaterThan(20);
      for (const row of rows) {
        const [frequency, recency, age] = ["x", "t_x", "T"].map((key) => Number(row[key]));
        const customer = { frequency: frequency ?? 0, recency: recency ?? 0, age: age ?? 0 };
        const alive = aliveChance(fit.parameters, fit.model, customer);
        const ahead = (period: number) =>
          alive * expectedWhileAlive(fit.parameters, fit.model, { ...customer, period });
        const discounted = (rate: number, horizon: number) =>
          alive * discountedWhileAlive(fit.parameters, fit.model, { ...customer, rate, horizon });
        const spend = expectedSpend(gg, {
          repeats: customer.frequency,
          meanSpend: Number(row["monetary"]),
        });
        const months = { months: 12, monthlyRate: 0.01 };
        expectRelative(alive, Number(row["p_alive"]), 1e-9);
        for (const weeks of [13, 26, 39, 52, 104])
          expectRelative(ahead(weeks), Number(row[`cond_exp_t${weeks}`]), 1e-9);
        expectRelative(
          discounted(0.0027, Number.POSITIVE_INFINITY),
          Number(row["det_inf_delta_0.0027"]),
          1e-9,
        );
        expectRelative(
          discounted(yearly, 3 * WEEKS_PER_YEAR),
          Number(row["det_156.536w_annual15pct_cont"]),
          1e-9,
        );
        expectRelative(spend, Number(row["gg_expected_avg_value"]), 1e-9);
        expectRelative(
          monthlyValue(fit, { ...customer, expectedSpend: spend }, months),
          Number(row["clv_lifetimes_12m_1pct_month_W"]),
          1e-8,
        );
      }
    });

    describe.each(hasClvReference ? DATA_SETS : [])("the holdout of %s", (name) => {
      const { split } = splitPurchases(
        referencePurchases(`${name}_transactions.csv`),
        dayOf("1997-09-30"),
        dayOf("1998-06-30"),
      );
      const spend = fitSpend(split.calibration);
      const reference = modelsSchema.parse(readReference(`${name}_customers.json`)).holdout;

      it("has the summary that was stored", () => {
        const stored = referenceHistory(`${name}_summary_weeks.csv`);
        expect(split.calibration.repeats).toEqual(stored.repeats);
        expect(split.calibration.lastDays).toEqual(stored.lastDays);
        expect(split.calibration.ageDays).toEqual(stored.ageDays);
      });

      it.each([
        ["bg_nbd", "bgnbd"],
        ["mbg_nbd", "mbgnbd"],
      ] as const)("is foretold as computed before in %s", (model, key) => {
        const result = backtest(split, {
          purchases: fitPurchases(split.calibration, model),
          spend,
        });
        expectRelative(result.predictedTotal, reference[key].pred_total, 1e-4);
        expectRelative(result.rmse, reference[key].rmse, 1e-4);
        expectRelative(result.meanAbsoluteError, reference[key].mae, 1e-4);
        expectRelative(result.naiveTotal, reference.naive_same_rate.pred_total, 1e-4);
      });
    });

    it("of the sample is foretold by frequency and week as in the papers", () => {
      const { split } = splitPurchases(
        referencePurchases("cdnow_sample_transactions.csv"),
        dayOf("1997-09-30"),
        dayOf("1998-06-30"),
      );
      const purchases = fitPurchases(split.calibration, "bg_nbd");
      const result = backtest(split, { purchases, spend: fitSpend(split.calibration) });
      expect(result.actualTotal).toBe(1882);
      const printed = [0.2251, 0.5231, 1.0441, 1.5203, 2.1638, 2.6538, 3.504, 6.1572];
      for (const [band, mean] of printed.entries())
        expect(result.byFrequency[band]?.predictedMean).toBeCloseTo(mean, 3);
      expect(result.auc).toBeCloseTo(0.773, 3);
      expect(result.deciles[0]?.actualShare).toBeCloseTo(0.502, 3);
      expect(result.spendError).toBeCloseTo(-0.156, 3);
      const last = result.tracking.at(-1);
      expect((last?.predicted ?? 0) / (last?.actual ?? 1) - 1).toBeCloseTo(-0.0411, 4);
    });

    it("of the sample has a total with the error and the band that were computed before", () => {
      const history = referenceHistory("cdnow_sample_summary_weeks.csv");
      const fits = { purchases: fitPurchases(history, "bg_nbd"), spend: fitSpend(history) };
      const options = { horizonWeeks: 39, discountRateAnnual: 0, marginRate: 1 };
      const total = cohortTotal(history, fits, options, { measure: "purchases", seed: 1 });
      expect(total.standardError).toBeCloseTo(74.4, 0);
      // Drawn: 40 futures of 2,000 customers know the deviation within some 3 %.
      expect(Math.abs(total.predictiveDeviation / 99 - 1)).toBeLessThan(0.06);
      const busy = { repeats: 26, lastDays: 216, ageDays: 217, meanSpend: 40 };
      const band = predictiveBand(busy, { ...fits, daysPerUnit: 7 }, options, {
        share: 0.8,
        draws: 4000,
        seed: 3,
      });
      expect(Math.abs(band.purchases[0] - 4)).toBeLessThanOrEqual(1);
      expect(Math.abs(band.purchases[1] - 36)).toBeLessThanOrEqual(2);
    });

    it("has spend that goes little with frequency", () => {
      const found = spendDependence(referenceHistory("cdnow_sample_summary_weeks.csv"));
      expect(found.customers).toBe(946);
      expect(found.pearson).toBeCloseTo(0.1138879, 6);
      expect(found.spearman).toBeCloseTo(0.206, 3);
    });

    it("has finite scores for purchases on nearly every day", () => {
      const rows = readReferenceRows("stress_high_frequency_days.csv");
      const history = {
        repeats: Int32Array.from(rows, (row) => Number(row["frequency"])),
        lastDays: Int32Array.from(rows, (row) => Number(row["recency"])),
        ageDays: Int32Array.from(rows, (row) => Number(row["T"])),
        meanSpend: new Float64Array(rows.length),
        daysPerUnit: 7,
      };
      for (const model of ["bg_nbd", "mbg_nbd"] as const) {
        const purchases = fitPurchases(history, model);
        const options = { horizonWeeks: 156, discountRateAnnual: 0.1, marginRate: 1 };
        const scores = scoreCustomers(history, { purchases, spend: null }, options);
        expect(scores.discountedPurchases.every(Number.isFinite)).toBe(true);
        expect(purchases.converged).toBe(true);
      }
    });
  },
);

describe.skipIf(!hasClvReference)(
  "stored values (correctness; needs ../shared/reference/clv, and is left out where that is absent)",
  () => {
    it.each(["cdnow", "shop2y"] as const)(
      "of 10,000 customers of %s are those of the generator in the project",
      (name) => {
        const stored = referenceHistory(`synthetic_${name}_10k_summary.csv`);
        const { history } = simulateCustomers(10_000, SHOP_PROFILES[name]);
        expect(history.repeats).toEqual(stored.repeats);
        expect(history.lastDays).toEqual(stored.lastDays);
        expect(history.ageDays).toEqual(stored.ageDays);
        for (const [i, spend] of stored.meanSpend.entries())
          expect(Math.abs((history.meanSpend[i] ?? 0) - spend)).toBeLessThan(1e-6);
      },
    );

    it("of contracts are found for every length of calibration", () => {
      const cohort = z.object({
        lost: z.array(z.number()),
        survivors: z.number(),
        alpha: z.number(),
        beta: z.number(),
        loglik: z.number(),
      });
      const stored = z.record(z.string(), cohort).parse(readReference("sbg_2007.json"));
      expect(Object.keys(stored)).toHaveLength(10);
      for (const { alpha, beta, loglik, ...known } of Object.values(stored)) {
        const fit = fitContracts([known]);
        expectRelative(fit.parameters.alpha, alpha, 1e-6);
        expectRelative(fit.parameters.beta, beta, 1e-6);
        expect(Math.abs(fit.logLikelihood - loglik)).toBeLessThan(1e-6);
      }
    });
  },
);

function expectRelative(value: number, exact: number | undefined, tolerance: number): void {
  expect(Math.abs(value / (exact ?? Number.NaN) - 1)).toBeLessThan(tolerance);
}
