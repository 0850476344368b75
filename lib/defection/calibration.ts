import type { ChanceTenth, HoldoutCalibration, WatchedTenth } from "#lib/clv/types.ts";
import { wilsonInterval } from "#lib/stats/wilson-interval.ts";
import type { Interval } from "#lib/value/types.ts";

/** 97.5 % point of the standard normal distribution. */
const Z = 1.959963984540054;

/** A tenth of the customers: foretold and real shares 0..1 who bought again, the real one with its 95 % interval. */
export type CheckedTenth = {
  tenth: number;
  customers: number;
  predicted: number;
  came: number;
  share: number;
  interval: Interval;
  /** The foretold share lies within the interval */
  isWithin: boolean;
};

/** A number with its 95 % interval. */
export type Measured = { value: number; interval: Interval };

/** What the first tenth of a ranking finds. Shares 0..1; `lift`: how many times as often as among all. null where nobody left or nothing was lost. */
export type Found = {
  customers: number;
  left: number;
  /** Of all who left */
  share: Measured | null;
  lift: Measured | null;
  /** Of the spend that left */
  lostShare: Measured | null;
};

/** Whether as many bought again as was foretold, judged by the 95 % interval of the share that did. */
export type CalibrationVerdict = "close" | "too_high" | "too_low";

export type CheckedCalibration = {
  customers: number;
  left: number;
  predictedShare: number;
  came: Measured;
  verdict: CalibrationVerdict;
  tenths: readonly CheckedTenth[];
  /** How many of the tenths are within */
  within: number;
  brier: Measured;
  baseBrier: number;
  auc: Measured | null;
  byChance: Found;
  byLoss: Found;
  lostSpend: number;
};

/**
 * A run's check of its chances, with shares, intervals and a verdict.
 *
 * Shares have Wilson's interval; the Brier score, the area under the curve and shares of money ± 1.96 standard errors, within
 * 0 and 1. Worked: 30 of 100 in the first tenth left where 150 of 1,000 did: a share of 0.2 and a lift of 2.
 */
export function checkCalibration(stored: HoldoutCalibration): CheckedCalibration | null {
  const { customers, left, tenths } = stored;
  if (customers === 0) return null;
  const checked = tenths.map(checkedTenth);
  const came = measuredShare(customers - left, customers);
  const foretold = tenths.reduce((sum, tenth) => sum + tenth.predicted * tenth.customers, 0);
  const predictedShare = foretold / customers;
  return {
    ...{ customers, left, predictedShare, came, lostSpend: stored.lostSpend },
    verdict: verdictOf(predictedShare, came),
    tenths: checked,
    within: checked.filter(({ isWithin }) => isWithin).length,
    brier: measured(stored.brier, stored.brierError),
    baseBrier: stored.baseBrier,
    auc: stored.auc === null ? null : measured(stored.auc, stored.aucError ?? 0),
    byChance: foundBy(stored.byChance, stored),
    byLoss: foundBy(stored.byLoss, stored),
  };
}

function checkedTenth({ customers, predicted, came }: ChanceTenth, index: number): CheckedTenth {
  const { value, interval } = measuredShare(came, customers);
  const isWithin = predicted >= interval[0] && predicted <= interval[1];
  return { tenth: index + 1, customers, predicted, came, share: value, interval, isWithin };
}

function verdictOf(predicted: number, { interval }: Measured): CalibrationVerdict {
  if (predicted > interval[1]) return "too_high";
  return predicted < interval[0] ? "too_low" : "close";
}

function foundBy(
  { customers, left, lostShare, lostShareError }: WatchedTenth,
  all: HoldoutCalibration,
): Found {
  const base = all.left / all.customers;
  const rate = measuredShare(left, customers);
  const scaled = ([low, high]: Interval) => [low / base, high / base] as const;
  return {
    ...{ customers, left },
    share: all.left === 0 ? null : measuredShare(left, all.left),
    lift: all.left === 0 ? null : { value: rate.value / base, interval: scaled(rate.interval) },
    lostShare: lostShare === null ? null : measured(lostShare, lostShareError ?? 0),
  };
}

function measuredShare(count: number, n: number): Measured {
  return { value: count / n, interval: wilsonInterval(count, n) ?? [0, 1] };
}

function measured(value: number, standardError: number): Measured {
  const reach = Z * standardError;
  return { value, interval: [Math.max(0, value - reach), Math.min(1, value + reach)] };
}
