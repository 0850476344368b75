import { areaUnderCurve } from "#lib/stats/area-under-curve.ts";
import { at, intAt } from "#lib/stats/typed-array.ts";
import { holdoutBands } from "./holdout-bands.ts";
import { holdoutCalibration } from "./holdout-calibration.ts";
import { spendDeciles } from "./holdout-deciles.ts";
import { holdoutTracking } from "./holdout-tracking.ts";
import { scoreCustomers } from "./score-customers.ts";
import type { AnyPurchaseFit, Backtest, HoldoutSplit, SpendFit } from "./types.ts";

/** A purchase foretold at less is taken as this in the deviance, which knows no 0 where something came. */
const LEAST_EXPECTED = 1e-10;

/**
 * How the fits of the calibration period meet the holdout: totals, by frequency, week by week, in ranking and in money.
 *
 * The naive forecast lets every customer go on at the rate of before. Sources: Fader, Hardie, Lee (2005), figures 2 to 4; Poisson
 * deviance: McCullagh and Nelder (1989), 2.3. Worked: CDNOW's sample foretells 1,653.4 of 1,882 purchases (reference test).
 */
export function backtest(
  split: HoldoutSplit,
  fits: { purchases: AnyPurchaseFit; spend: SpendFit | null },
): Backtest {
  const { calibration, holdoutPurchases, holdoutSpend } = split;
  const horizonWeeks = split.holdoutDays / calibration.daysPerUnit;
  const scores = scoreCustomers(calibration, fits, {
    horizonWeeks,
    discountRateAnnual: 0,
    marginRate: 1,
  });
  const naive = sameRate(split);
  const actual = Float64Array.from(holdoutPurchases);
  const { expectedPurchases, residualValue } = scores;
  const [actualTotal, predictedTotal] = [sum(actual), sum(expectedPurchases)];
  const [actualSpend, predictedSpend] = [sum(holdoutSpend), sum(residualValue)];
  const naiveTotal = sum(naive);
  return {
    model: fits.purchases.model,
    customers: actual.length,
    holdoutWeeks: horizonWeeks,
    actualTotal,
    predictedTotal,
    totalError: errorShare(predictedTotal, actualTotal),
    naiveTotal,
    naiveError: errorShare(naiveTotal, actualTotal),
    rmse: Math.sqrt(meanOver(expectedPurchases, actual, (miss) => miss ** 2)),
    naiveRmse: Math.sqrt(meanOver(naive, actual, (miss) => miss ** 2)),
    meanAbsoluteError: meanOver(expectedPurchases, actual, Math.abs),
    deviance: poissonDeviance(expectedPurchases, actual),
    auc: areaUnderCurve(
      expectedPurchases,
      holdoutPurchases.map((count) => (count > 0 ? 1 : 0)),
    ),
    byFrequency: holdoutBands(calibration.repeats, actual, expectedPurchases),
    tracking: holdoutTracking(split, fits.purchases),
    deciles: spendDeciles(residualValue, holdoutSpend),
    calibration: holdoutCalibration(split, fits.purchases, scores),
    actualSpend,
    predictedSpend,
    spendError: errorShare(predictedSpend, actualSpend),
  };
}

/** Each customer's repeats per day so far, for the days of the holdout. */
function sameRate({ calibration, holdoutDays }: HoldoutSplit): Float64Array {
  return Float64Array.from(calibration.repeats, (repeats, i) => {
    const age = intAt(calibration.ageDays, i);
    return age === 0 ? 0 : (repeats / age) * holdoutDays;
  });
}

function poissonDeviance(expected: Float64Array, actual: Float64Array): number {
  let total = 0;
  for (let i = 0; i < actual.length; i++) {
    const [count, mean] = [at(actual, i), Math.max(at(expected, i), LEAST_EXPECTED)];
    total += 2 * ((count === 0 ? 0 : count * Math.log(count / mean)) - (count - mean));
  }
  return total / actual.length;
}

function meanOver(
  predicted: Float64Array,
  actual: Float64Array,
  loss: (miss: number) => number,
): number {
  return (
    predicted.reduce((total, value, i) => total + loss(value - at(actual, i)), 0) / actual.length
  );
}

function errorShare(predicted: number, actual: number): number | null {
  return actual === 0 ? null : predicted / actual - 1;
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
