import { areaUnderCurve } from "#lib/stats/area-under-curve.ts";
import { at } from "#lib/stats/typed-array.ts";
import { checkContracts } from "./checks/check-contracts.ts";
import { contractCohorts, renewalCounts } from "./contract-cohorts.ts";
import { contractOutlook } from "./contract-outlook.ts";
import { tenuresOf } from "./contract-tenures.ts";
import type { ContractColumns, RenewalPeriod, Tenure, Tenures } from "./contract-types.ts";
import { holdoutBands } from "./holdout-bands.ts";
import { calibrationOf, type Foretold } from "./holdout-calibration.ts";
import { spendDeciles } from "./holdout-deciles.ts";
import { fitContracts } from "./models/sbg.ts";
import { renewalsDue, weeksOf } from "./renewal-days.ts";
import type { Backtest, ContractCohort, SbgFit, TrackedWeek } from "./types.ts";

/** A third of the periods is held back, and one at least. */
const HOLDOUT_SHARE = 1 / 3;
/** A chance is not taken as less in the deviance, which knows no 0. */
const LEAST_CHANCE = 1e-10;

type Asked = { period: RenewalPeriod; cutoffDay: number; meanPrice: number };

/**
 * How the fit without the last third of the periods meets what came: renewals of all who were under contract then.
 *
 * The naive forecast loses the same share at every renewal. `tracking` counts renewals after the split in place of weeks, `deviance` is −2 ln
 * of the chance of what each did, `auc` ranks who stayed throughout. null where the periods before are too few for a fit.
 */
export function backtestContracts(
  columns: ContractColumns,
  { period, cutoffDay, meanPrice }: Asked,
): { fit: SbgFit; backtest: Backtest; heldBack: number } | null {
  const split = splitOf(columns, period, cutoffDay);
  if (!split) return null;
  const before = tenuresOf(columns, { asOfDay: split.day, period });
  const cohorts = contractCohorts(before.tenures);
  if (checkContracts(cohorts).length > 0) return null;
  const fit = fitContracts(cohorts);
  const cases = casesOf(before, tenuresOf(columns, { asOfDay: cutoffDay, period }));
  if (cases.length === 0) return null;
  const outlook = contractOutlook(fit.parameters, period, { discountRateAnnual: 0 });
  const chances = cases.map(({ renewals, due }) => outlook(renewals, due).chances);
  const told = { cases, chances, meanPrice, retention: 1 - lossShare(cohorts) };
  const holdoutWeeks = (cutoffDay - split.day) / 7;
  return { fit, backtest: backtestOf(told, holdoutWeeks), heldBack: split.heldBack };
}

/** The last day before the holdout, and how many periods the holdout has. */
function splitOf(
  { starts }: ContractColumns,
  period: RenewalPeriod,
  cutoffDay: number,
): { day: number; heldBack: number } | null {
  const firstDay = starts.reduce((first, day) => Math.min(first, day), cutoffDay);
  const periods = renewalsDue(firstDay, cutoffDay, period);
  const heldBack = Math.max(1, Math.floor(periods * HOLDOUT_SHARE));
  if (periods - heldBack < 1) return null;
  return { day: cutoffDay - Math.round(heldBack * weeksOf(period) * 7), heldBack };
}

/** A customer under contract at the split: renewals made by then, due since, and made since. */
type Case = { renewals: number; due: number; made: number; price: number };

function casesOf(before: Tenures, after: Tenures): Case[] {
  const keyOf = ({ customer, startDay }: Tenure) => `${customer} ${startDay}`;
  const later = new Map(after.tenures.map((tenure) => [keyOf(tenure), tenure]));
  return before.current.flatMap((tenure) => {
    const then = later.get(keyOf(tenure));
    if (tenure.state !== "running" || !then) return [];
    const { renewals, price } = tenure;
    const made = then.renewals - renewals;
    // Of one who stopped before a renewal was due, only what was due before is known.
    const due = then.state === "stopped" ? made : then.due - renewals;
    return due <= 0 ? [] : [{ renewals, due, made, price }];
  });
}

type Told = {
  cases: readonly Case[];
  /** Of each case, to have made so many of the renewals due */
  chances: readonly Float64Array[];
  meanPrice: number;
  /** The same at every renewal, for the naive forecast */
  retention: number;
};

function backtestOf(told: Told, holdoutWeeks: number): Backtest {
  const { cases, chances, retention, meanPrice } = told;
  const actual = Float64Array.from(cases, ({ made }) => made);
  const predicted = Float64Array.from(chances, (column) => sumOf(column) - 1);
  const naive = Float64Array.from(cases, ({ due }) => geometricSum(retention, due));
  const prices = cases.map(({ price }) => (Number.isNaN(price) ? meanPrice : price));
  const paid = (column: Float64Array) => column.map((made, i) => made * (prices[i] ?? 0));
  const [spent, foretold] = [paid(actual), paid(predicted)];
  const rmse = (column: Float64Array) =>
    Math.sqrt(sumOf(column.map((value, i) => (value - at(actual, i)) ** 2)) / cases.length);
  return {
    model: "sbg",
    ...{ customers: cases.length, holdoutWeeks },
    ...{ actualTotal: sumOf(actual), predictedTotal: sumOf(predicted) },
    totalError: errorShare(sumOf(predicted), sumOf(actual)),
    ...{ naiveTotal: sumOf(naive), naiveError: errorShare(sumOf(naive), sumOf(actual)) },
    ...{ rmse: rmse(predicted), naiveRmse: rmse(naive) },
    meanAbsoluteError:
      sumOf(predicted.map((value, i) => Math.abs(value - at(actual, i)))) / cases.length,
    deviance:
      sumOf(Float64Array.from(cases, (each, i) => devianceOf(each, chances[i]))) / cases.length,
    auc: areaUnderCurve(
      Float64Array.from(chances, (column) => column.at(-1) ?? 1),
      Int32Array.from(cases, ({ made, due }) => (made === due ? 1 : 0)),
    ),
    byFrequency: holdoutBands(
      Int32Array.from(cases, ({ renewals }) => renewals),
      actual,
      predicted,
    ),
    tracking: trackingOf(told),
    deciles: spendDeciles(foretold, spent),
    calibration: calibrationOf(renewedAll(told, prices)),
    ...{ actualSpend: sumOf(spent), predictedSpend: sumOf(foretold) },
    spendError: errorShare(sumOf(foretold), sumOf(spent)),
  };
}

/** Who renews whenever it is due has come, everybody else has left: with what is paid a renewal, and what was not paid. */
function renewedAll({ cases, chances }: Told, prices: readonly number[]): Foretold {
  const stays = Float64Array.from(chances, (column) => column.at(-1) ?? 1);
  const dueAt = (i: number) => (cases[i]?.due ?? 0) * (prices[i] ?? 0);
  return {
    came: Int32Array.from(cases, ({ made, due }) => (made === due ? 1 : 0)),
    chances: stays,
    losses: stays.map((chance, i) => (1 - chance) * dueAt(i)),
    lostSpend: Float64Array.from(cases, ({ made, due }, i) => (due - made) * (prices[i] ?? 0)),
  };
}

/** −2 ln of the chance to make so many renewals and then to leave, or to make them all. */
function devianceOf({ made, due }: Case, chances: Float64Array | undefined): number {
  const stayed = chances?.[made] ?? 1;
  const chance = made === due ? stayed : stayed - (chances?.[made + 1] ?? 0);
  return -2 * Math.log(Math.max(chance, LEAST_CHANCE));
}

/** Renewals after the split, the first, the second and so on, added up. */
function trackingOf({ cases, chances }: Told): TrackedWeek[] {
  const most = cases.reduce((top, { due }) => Math.max(top, due), 0);
  let [actual, predicted] = [0, 0];
  return Array.from({ length: most }, (_, index) => {
    for (const [i, { made, due }] of cases.entries()) {
      if (made > index) actual += 1;
      if (due > index) predicted += chances[i]?.[index + 1] ?? 0;
    }
    return { week: index + 1, actual, predicted };
  });
}

/** Losses a renewal, whatever the tenure. */
function lossShare(cohorts: readonly ContractCohort[]): number {
  const longest = cohorts.reduce((most, { lost }) => Math.max(most, lost.length), 0);
  let [atRisk, lost] = [0, 0];
  for (let index = 0; index < longest; index++) {
    const counts = renewalCounts(cohorts, index);
    atRisk += counts.atRisk;
    lost += counts.lost;
  }
  return lost / atRisk;
}

/** p + p² + … + p^n. */
function geometricSum(p: number, n: number): number {
  return p === 1 ? n : (p * (1 - p ** n)) / (1 - p);
}

function errorShare(predicted: number, actual: number): number | null {
  return actual === 0 ? null : predicted / actual - 1;
}

function sumOf(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
