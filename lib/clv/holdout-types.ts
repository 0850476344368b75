export type FrequencyBand = {
  repeats: number;
  isOpenEnded: boolean;
  customers: number;
  actualMean: number;
  predictedMean: number;
};

export type TrackedWeek = { week: number; actual: number; predicted: number };

/** A tenth of the customers, the best predicted first. `lift` = actual spend over that of an average tenth. */
export type SpendDecile = {
  customers: number;
  predictedSpend: number;
  actualSpend: number;
  actualShare: number;
  lift: number;
};

/** A tenth of the customers, those least likely to buy in the holdout first; `predicted` is their mean chance to, `came` how many did. */
export type ChanceTenth = { customers: number; predicted: number; came: number };

/**
 * The first tenth of a ranking of customers by danger: how many of them left, and which share 0..1 of the spend of all who left they
 * hold, with its standard error; null where nothing was lost.
 */
export type WatchedTenth = {
  customers: number;
  left: number;
  lostShare: number | null;
  lostShareError: number | null;
};

/**
 * How the chance to buy in the holdout met what came. `left`: bought nothing in it. `baseBrier`: of giving everybody the share that
 * came back. `auc` null where all or none came. `lostSpend`: what those who left would have spent at their pace of before.
 */
export type HoldoutCalibration = {
  customers: number;
  left: number;
  brier: number;
  brierError: number;
  baseBrier: number;
  auc: number | null;
  aucError: number | null;
  tenths: readonly ChanceTenth[];
  byChance: WatchedTenth;
  /** Ranked by value ahead × chance to have left, as the watch list */
  byLoss: WatchedTenth;
  lostSpend: number;
};
