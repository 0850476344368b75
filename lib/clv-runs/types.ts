import type {
  Backtest,
  ClvWarning,
  IntervalMethod,
  ParetoParameters,
  PurchaseParameters,
  RenewalPeriod,
  SbgParameters,
  SpendModel,
  SpendParameters,
  SurvivalPoint,
} from "#lib/clv/types.ts";
import type { TierCuts } from "#lib/tiers/types.ts";
import type { Rates } from "#lib/workspaces/types.ts";
import type { HistoricContacts, RetentionTotals, ServiceTotals } from "./service-types.ts";

/** `refused`: there is too little to fit a model, and only what was earned so far is shown. `stopped`: by somebody, with nothing kept. */
export const RUN_STATUSES = [
  "queued",
  "running",
  "succeeded",
  "refused",
  "failed",
  "stopped",
] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

/** What may be asked for: `auto` takes the one that foretold a holdout best. */
export const ASKED_MODELS = ["auto", "bg_nbd", "mbg_nbd", "pareto_nbd", "sbg", "historic"] as const;
export type AskedModel = (typeof ASKED_MODELS)[number];

/** The models that a person may choose in the form. */
export const FORM_MODELS = [
  "auto",
  "mbg_nbd",
  "bg_nbd",
  "pareto_nbd",
  "sbg",
  "historic",
] as const satisfies readonly AskedModel[];
/** What value is of: margin at the workspace's rate, or revenue. */
export const VALUE_AS = ["workspace", "revenue"] as const;

/** What a run may have used. */
export const RUN_MODELS = ["bg_nbd", "mbg_nbd", "pareto_nbd", "sbg", "historic"] as const;
export type RunModel = (typeof RUN_MODELS)[number];

/** What a run reads: orders, or the spans and prices of contracts. */
export const RUN_BASES = ["orders", "contracts"] as const;
export type RunBasis = (typeof RUN_BASES)[number];

export const RUN_STAGES = [
  "reading",
  "choosing",
  "fitting",
  "scoring",
  "intervals",
  "writing",
] as const;
export type RunStage = (typeof RUN_STAGES)[number];

/** Customers whose first order, or contract, lies in a span of days, came through one channel, or who have a value of an attribute. */
export type RunCohort = {
  firstFrom: string | null;
  firstUntil: string | null;
  channel: string | null;
  attribute: { name: string; value: string } | null;
};

/**
 * What a run computes with. `cutoffOn` null: the day of the last order. `marginRate` 0..1; null: value is revenue and called
 * so. `discountRateAnnual` is effective, 0.1 for 10 % a year. `costPerContactMinor` by channel, beside the rates of activities; null:
 * contacts cost nothing. `retentionCostPerYearMinor`: to keep a customer while they are one; null: nothing.
 */
export type RunTerms = {
  model: AskedModel;
  cutoffOn: string | null;
  horizonMonths: number;
  discountRateAnnual: number;
  marginRate: number | null;
  costPerOrderMinor: number | null;
  costPerContactMinor: Rates["costPerContactMinor"] | null;
  retentionCostPerYearMinor: number | null;
  cohort: RunCohort | null;
};

export type Interval = readonly [low: number, high: number];

/** A fit of purchases or contracts, as stored. */
export type StoredFit = {
  parameters: PurchaseParameters | ParetoParameters | SbgParameters;
  standardErrors: PurchaseParameters | ParetoParameters | SbgParameters;
  logLikelihood: number;
  /** 95 % of each parameter, by the method of the totals; NaN where nothing tells */
  intervals: Readonly<Record<string, Interval>>;
  /** Of contracts, renewal by renewal */
  survival: readonly SurvivalPoint[] | null;
};

type PooledSpend = {
  model: SpendModel;
  parameters: SpendParameters;
  standardErrors: SpendParameters;
  logLikelihood: number;
  customers: number;
};

/** A fit of spend, in the currency's major unit; `bands` by frequency are what value stands on where there are some. */
export type StoredSpend = PooledSpend & { bands: readonly StoredSpendBand[] | null };

/** The fit of customers with so many repeat purchases; `mostRepeats` null where there is no end. */
export type StoredSpendBand = PooledSpend & {
  leastRepeats: number;
  mostRepeats: number | null;
  converged: boolean;
  conditionNumber: number;
  gradientPerCustomer: number;
};

/** One tier of a run, the most valuable first. Money in minor units. */
export type TierTotal = {
  tier: number;
  customers: number;
  valueMinor: number;
  /** By chance alone; null where nothing is foretold, and in runs from before it was kept */
  deviationMinor: number | null;
  leastMinor: number;
};

/**
 * A month of the forecast from the cut-off, 1 the first: value expected in it, not discounted, with the middle 80 % and 50 %. It is
 * of customers who are there at the cut-off: nobody who comes later is in it.
 */
export type ForecastMonth = {
  month: number;
  expectedMinor: number;
  interval: Interval;
  innerInterval: Interval;
};

/** A month of what came, 0 the one that ends at the cut-off, −1 the one before: value in it, as the forecast counts it, not discounted. */
export type PastMonth = { month: number; actualMinor: number };

/** A customer as what-if needs it: [repeats, last day, age in days, mean spend]. */
export type SampledCustomer = readonly [
  repeats: number,
  lastDays: number,
  ageDays: number,
  meanSpend: number,
];

/** A running contract as what-if needs it; `nextIn` in periods. */
export type SampledContract = readonly [renewals: number, nextIn: number, price: number];

/** What the customers of a run come to together. Money in minor units. */
export type RunTotals = {
  valueMinor: number;
  /** 95 %, at least as wide as the last backtest was wrong; null where there is no model */
  interval: Interval | null;
  /** The same before the backtest widens it */
  modelInterval: Interval | null;
  /** How what the parameters leave open was found, from how many refits, and what it is; null where there is no model */
  intervalMethod: IntervalMethod | null;
  refits: number | null;
  standardErrorMinor: number | null;
  atRiskMinor: number | null;
  /** By chance alone, as of `RunScores` */
  atRiskDeviationMinor: number | null;
  historicMinor: number;
  /** What serving their orders cost so far, which is off `historicMinor` already */
  historicCostMinor: number;
  /** The same of contacts; null where none has a price, and in runs from before they were taken off */
  historicContacts: HistoricContacts | null;
  tiers: readonly TierTotal[];
  /** Where the tiers end and what they are called */
  tierCuts: TierCuts;
  /** The twelve months up to the cut-off, as far as they are known, the first one first; empty where nothing is foretold */
  past: readonly PastMonth[];
  /** The coming twelve months, and what they come to with the middle 80 % */
  forecast: readonly ForecastMonth[];
  forecastYear: { expectedMinor: number; interval: Interval } | null;
  /** By which model who has left is told, where it is not the run's */
  aliveModel: RunModel | null;
  /** Evenly spaced customers, for what-if */
  sample: readonly SampledCustomer[];
  /** The same of contracts */
  contractSample: readonly SampledContract[];
  /** What serving and keeping each of either costs a week, in the major unit; empty where nothing is known of it */
  sampleServiceCosts: readonly number[];
  /** null where nothing is known of it */
  service: ServiceTotals | null;
  /** null where none is taken off */
  retention: RetentionTotals | null;
};

/** Where a run spent its time, in milliseconds. */
export type RunTimings = { readMs: number; computeMs: number; writeMs: number };

/** What a run has found, as stored beside its scores. */
export type RunFindings = {
  status: "succeeded" | "refused";
  model: RunModel;
  renewalPeriod: RenewalPeriod | null;
  customers: number;
  repeaters: number;
  fit: StoredFit | null;
  spend: StoredSpend | null;
  holdout: Backtest | null;
  warnings: readonly ClvWarning[];
  totals: RunTotals;
};

/** Scores of customers in columns; NaN where there is no model. Money in minor units, `customers` numbers of the purchases. */
export type RunScores = {
  readonly customers: Int32Array;
  readonly value: Float64Array;
  readonly tier: Int32Array;
  readonly percentile: Float64Array;
  readonly pAlive: Float64Array;
  readonly expectedPurchases: Float64Array;
  readonly expectedSpend: Float64Array;
  readonly historic: Float64Array;
  readonly atRisk: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Standard deviation of the value to come by chance alone: its squares add up over a group */
  readonly deviation: Float64Array;
};

export type OnStage = (stage: RunStage, share: number) => void;

export type { Backtest };

/**
 * What a what-if asks: `retentionPoints` added to the chance, in percent points, to stay after a purchase or renewal; margin and discount
 * 0..1.
 */
export type Scenario = { retentionPoints: number; marginRate: number; discountRateAnnual: number };

/** How a customer's value came from the run before: see `readMovement`. */
export const MOVEMENT_KINDS = ["new", "lost", "up", "down", "same"] as const;
export type MovementKind = (typeof MOVEMENT_KINDS)[number];

/** What the customers of one kind add to the total, or take from it. */
export type Movement = { kind: MovementKind; customers: number; amountMinor: number };

/** Customers who stood in one tier before and stand in one now; null where they have no score. `valueMinor` is that of now. */
export type MigrationCell = {
  from: number | null;
  to: number | null;
  customers: number;
  /** null where so few customers may not be seen as one, nor follow from the others: see `readableCells` */
  valueMinor: number | null;
};

/** An RFM segment by lifetime value. Money in minor units. */
export type SegmentAhead = {
  segment: string;
  customers: number;
  /** null where so few customers may not be seen as one, nor follow from the others: see `readableGroups` */
  valueMinor: number | null;
  /** By chance alone; null where nothing is foretold, and in runs from before it was kept */
  deviationMinor: number | null;
  /** null where nothing is foretold */
  atRiskMinor: number | null;
  atRiskDeviationMinor: number | null;
};

/** What a run says one customer is worth, as a role may see it. Money in minor units. */
export type SeenValue = {
  /** For those who keep value; null for others */
  valueMinor: number | null;
  /** The middle 80 % of what may come; null where there is no model */
  band: Interval | null;
  /** What is lost if they have left; for those who keep value, null for others */
  atRiskMinor: number | null;
  /** That of the band's ends: for all others, who could divide the exact one by the chance */
  atRiskBand: Interval | null;
};
