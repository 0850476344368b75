import type { SbgParameters } from "./contract-types.ts";
import type {
  FrequencyBand,
  HoldoutCalibration,
  SpendDecile,
  TrackedWeek,
} from "./holdout-types.ts";

/** Models of a customer's purchases, fitted by maximum likelihood; both share the parameters r, alpha, a, b. */
export type PurchaseModel = "bg_nbd" | "mbg_nbd";

/**
 * Customers in columns, one place each; the same place is the same customer in every column and score.
 *
 * `repeats` x: purchase days after the first. `lastDays` t_x: days from the first to the last purchase. `ageDays` T: days from the
 * first purchase to the cut-off. `meanSpend`: mean amount of the repeat purchase days, 0 where there is none.
 * `daysPerUnit`: 7, so that rates are per week. `serviceCosts`: what serving each costs a week of active time, in the unit of the spend;
 * left out where nothing is known of it.
 */
export type PurchaseHistory = {
  readonly repeats: Int32Array;
  readonly lastDays: Int32Array;
  readonly ageDays: Int32Array;
  readonly meanSpend: Float64Array;
  readonly daysPerUnit: number;
  readonly serviceCosts?: Float64Array | undefined;
};

/** Purchase days in columns, in order of customer and then day: `customers` counts from 0, `days` from any day, amounts ≥ 0. */
export type PurchaseColumns = {
  readonly customers: Int32Array;
  readonly days: Int32Array;
  readonly amounts: Float64Array;
};

/** Purchase rates are Gamma(r, alpha) over customers, with alpha in weeks; chances to leave after a purchase are Beta(a, b). */
export type PurchaseParameters = { r: number; alpha: number; a: number; b: number };

/** Spend of a customer varies as Gamma(p, ν) and ν over customers as Gamma(q, v), with v in the unit of the spend. */
export type SpendParameters = { p: number; q: number; v: number };

/** Why a fit is no maximum: `stalled` where no step helps any more, `too_many_steps` where it still moved. */
export type NotConverged = "stalled" | "too_many_steps";

/** What a maximum-likelihood fit tells beside its parameters. `logCovariance` is that of the parameters' logarithms, by rows. */
export type FitQuality<Parameters> = {
  standardErrors: Parameters;
  logLikelihood: number;
  logCovariance: Float64Array | null;
  conditionNumber: number;
  gradientPerCustomer: number;
  converged: boolean;
  reason: NotConverged | null;
};

/** A fitted model of purchases. `hasPrior`: few repeaters or a fit that ran away, so weak priors held it. */
export type PurchaseFit = FitQuality<PurchaseParameters> & {
  model: PurchaseModel;
  parameters: PurchaseParameters;
  customers: number;
  repeaters: number;
  hasPrior: boolean;
};

/**
 * What amounts are expected by. `shrunk_mean` stands in where Gamma-Gamma has no finite mean (q ≤ 1) or no data: then p is 1 and the
 * same formula draws a customer's mean towards the mean of all, so callers need not tell them apart. `common_mean` and `own_mean` are
 * its limits: customers do not differ, so each is expected at the mean of all (q is 1e12 for infinity, and p as well where there is one
 * price); or each pays a price of their own (p is 1e12).
 */
export const SPEND_MODELS = ["gamma_gamma", "shrunk_mean", "common_mean", "own_mean"] as const;
export type SpendModel = (typeof SPEND_MODELS)[number];

/** A model of spend fitted once. */
export type PooledSpend = FitQuality<SpendParameters> & {
  model: SpendModel;
  parameters: SpendParameters;
  customers: number;
};

/** The fit of those who bought again about as often; `mostRepeats` null in the last band, which has no end. */
export type SpendBand = PooledSpend & { leastRepeats: number; mostRepeats: number | null };

/**
 * A fitted model of spend. `bands`, rising, where spend goes with frequency: then they are what value stands on, and the rest is the one
 * fit of all, for comparison.
 */
export type SpendFit = PooledSpend & { bands: readonly SpendBand[] | null };

/** `red`: the numbers may be badly wrong; `refusal`: no numbers at all, show the historic value; `note`: say it beside them. */
export type ClvWarningLevel = "refusal" | "red" | "amber" | "note";

export type ClvWarningCode =
  | "no_customers"
  | "single_customer"
  | "history_inconsistent"
  | "one_day_only"
  | "no_repeat_purchases"
  | "few_repeaters"
  | "unstable_repeaters"
  | "thin_repeaters"
  | "short_window"
  | "dominant_customer"
  | "regular_spacing"
  | "degenerate"
  | "not_converged"
  | "degenerate_parameter"
  | "no_dropout"
  | "homogeneous_rates"
  | "ill_conditioned"
  | "alive_by_construction"
  | "no_spend"
  | "spend_mean_infinite"
  | "spend_follows_frequency"
  | "spend_not_converged"
  | "spend_uniform"
  | "spend_alike"
  | "spend_own_price"
  | "holdout_error"
  | "holdout_spend_error"
  | "weak_ranking"
  | "seasonal_purchases"
  | "late_cutoff"
  | "other_currencies"
  | "few_renewals"
  | "few_losses"
  | "rising_hazard"
  | "short_calibration"
  | "calibration_length"
  | "mixed_periods"
  | "price_missing"
  | "no_price";

/** A doubt about a run as data: words are found by `code`, numbers for them in `values`. */
export type ClvWarning = {
  code: ClvWarningCode;
  level: ClvWarningLevel;
  values: Readonly<Record<string, number>>;
};

/**
 * `horizonWeeks` may be Infinity only with a discount rate above 0. `marginRate` 0..1, 1 for value as revenue; `costPerPurchase` to
 * serve one, in the unit of the spend, 0 when left out.
 */
export type ScoreOptions = {
  horizonWeeks: number;
  discountRateAnnual: number;
  marginRate: number;
  costPerPurchase?: number | undefined;
};

/** Told how much of a computation is done, 0..1. */
export type OnProgress = (share: number) => void;

/**
 * One place per customer. `expectedPurchases` and `discountedPurchases` (DET) within the horizon; `pAlive` 0..1; `expectedSpend`
 * per purchase; `activeTime`: expected discounted weeks as a customer, null where nothing is known of the cost of service;
 * `residualValue` = (spend × margin − cost) × discounted purchases − service cost × active time, in the unit of the spend.
 */
export type CustomerScores = {
  readonly expectedPurchases: Float64Array;
  readonly pAlive: Float64Array;
  readonly discountedPurchases: Float64Array;
  readonly expectedSpend: Float64Array;
  readonly activeTime: Float64Array | null;
  readonly residualValue: Float64Array;
};

/** How what the parameters leave open was found: by slopes and their covariance, or by refits to drawn histories. */
export const INTERVAL_METHODS = ["delta", "bootstrap"] as const;
export type IntervalMethod = (typeof INTERVAL_METHODS)[number];

/** A total of a cohort with its 95 % interval: what the parameters leave open, and with chance in future purchases added. */
export type TotalWithInterval = {
  method: IntervalMethod;
  total: number;
  standardError: number;
  predictiveDeviation: number;
  interval: readonly [low: number, high: number];
};

/** A customer by place in the history, for what is asked about one. */
export type CustomerHistory = {
  repeats: number;
  lastDays: number;
  ageDays: number;
  meanSpend: number;
  /** A week of active time; left out where nothing is known of it */
  serviceCost?: number | undefined;
};

/** Purchases of the calibration period and what the same customers did after it, place by place. */
export type HoldoutSplit = {
  readonly calibration: PurchaseHistory;
  readonly calibrationDays: number;
  readonly holdoutDays: number;
  readonly holdoutPurchases: Int32Array;
  readonly holdoutSpend: Float64Array;
  /** Repeat purchase days of these customers by week since the first purchase of all. */
  readonly weeklyRepeats: Float64Array;
};

/** How predictions met what came. Errors are shares of what came, 0.1 for 10 % too many; null where nothing came. */
export type Backtest = {
  model: AnyPurchaseFit["model"] | "sbg";
  customers: number;
  holdoutWeeks: number;
  actualTotal: number;
  predictedTotal: number;
  totalError: number | null;
  naiveTotal: number;
  naiveError: number | null;
  rmse: number;
  naiveRmse: number;
  /** Mean absolute error; near that of "nobody returns" whenever most do not, so never alone. */
  meanAbsoluteError: number;
  /** Mean Poisson deviance per customer; smaller is better. */
  deviance: number;
  /** Chance that a customer who came back was ranked before one who did not; null where all or none came. */
  auc: number | null;
  byFrequency: readonly FrequencyBand[];
  tracking: readonly TrackedWeek[];
  deciles: readonly SpendDecile[];
  calibration: HoldoutCalibration;
  actualSpend: number;
  predictedSpend: number;
  spendError: number | null;
};

/** A fitted model of contracts. */
export type SbgFit = FitQuality<SbgParameters> & { parameters: SbgParameters; customers: number };

/** Numbers for the value so far: `discountRateAnnual` 0 adds amounts up as they were, above it they grow to the day of valuation. */
export type HistoricOptions = {
  asOfDay: number;
  marginRate: number;
  costPerPurchase: number;
  discountRateAnnual: number;
};

/** A model as fitted to the calibration period, and how it met the holdout. */
export type Candidate = { purchases: AnyPurchaseFit; spend: SpendFit | null; backtest: Backtest };

/** `standardError` and 95 % interval of a total by refits; `refits` of them converged and are counted. */
export type BootstrapTotal = {
  refits: number;
  standardError: number;
  interval: readonly [low: number, high: number];
};

/** Where a customer's future lies with a chance of `share`: purchases and value within the horizon. */
export type PredictiveBand = {
  purchases: readonly [low: number, high: number];
  value: readonly [low: number, high: number];
};

/** One place per customer: the ends of the predictive band of purchases and of value within the horizon, and the deviation of value. */
export type CustomerBands = {
  readonly purchasesLow: Float64Array;
  readonly purchasesHigh: Float64Array;
  readonly valueLow: Float64Array;
  readonly valueHigh: Float64Array;
  readonly valueDeviation: Float64Array;
};

/** Purchase rates are Gamma(r, alpha) and rates of leaving, at any time, Gamma(s, beta) over customers; alpha and beta in weeks. */
export type ParetoParameters = { r: number; alpha: number; s: number; beta: number };

/** A fitted Pareto/NBD. `hasPrior`: few repeaters, so weak priors held it. */
export type ParetoFit = FitQuality<ParetoParameters> & {
  model: "pareto_nbd";
  parameters: ParetoParameters;
  customers: number;
  repeaters: number;
  hasPrior: boolean;
};

/** A fit of purchases of any family. */
export type AnyPurchaseFit = PurchaseFit | ParetoFit;

export {
  type ContractCohort,
  type ContractColumns,
  type ContractScoreOptions,
  RENEWAL_PERIODS,
  type RenewalPeriod,
  RUNS_ON,
  type SbgParameters,
  type SurvivalPoint,
  type Tenures,
} from "./contract-types.ts";
export type {
  ChanceTenth,
  FrequencyBand,
  HoldoutCalibration,
  SpendDecile,
  TrackedWeek,
  WatchedTenth,
} from "./holdout-types.ts";
