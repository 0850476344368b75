/** How often contracts renew, the shortest first. */
export const RENEWAL_PERIODS = ["week", "month", "quarter", "year"] as const;
export type RenewalPeriod = (typeof RENEWAL_PERIODS)[number];

/** In `ContractColumns`: the contract runs. */
export const RUNS_ON = 2 ** 31 - 1;

/**
 * Contracts in columns, in order of customer and then first day: `customers` counts from 0, days from 1970-01-01, as renewals fall on
 * dates. `ends`: the day from which a contract ran no more. `prices`: of one period, NaN where unknown. `periods`: places in
 * `RENEWAL_PERIODS`.
 */
export type ContractColumns = {
  readonly customers: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly prices: Float64Array;
  readonly periods: Int32Array;
};

/**
 * How a tenure stood on a day. `lost`: it ended at a renewal that was due by then. `stopped`: it ended before its next renewal was due, or
 * went over into another period, so that nothing is known of that renewal.
 */
export type TenureState = "running" | "lost" | "stopped";

/** A customer's unbroken time under contract, as it was known on a day. */
export type Tenure = {
  customer: number;
  startDay: number;
  state: TenureState;
  /** Renewals made */
  renewals: number;
  /** Renewals that were due for whoever began on that day */
  due: number;
  /** Periods until the next renewal, above 0 and up to 1; NaN where it runs no more */
  nextIn: number;
  /** Of one period, of all that runs; NaN where unknown */
  price: number;
  /** What serving them costs a week; left out where nothing is known of it */
  serviceCost?: number;
};

/** `tenures` of contracts of one period, whoever has gone over to another left out of `current`: the last tenure of each customer. */
export type Tenures = {
  readonly period: RenewalPeriod;
  readonly tenures: readonly Tenure[];
  readonly current: readonly Tenure[];
  /** Customers under contract whose contracts renew in another period */
  readonly leftOut: number;
};

/** `horizonWeeks` finite. `marginRate` 0..1, 1 for value as revenue. */
export type ContractScoreOptions = {
  horizonWeeks: number;
  discountRateAnnual: number;
  marginRate: number;
};

/** Renewal by renewal: who came to it, who left at it, and the share of all that was still there after it, seen and by the model. */
export type SurvivalPoint = {
  renewal: number;
  atRisk: number;
  lost: number;
  observed: number;
  predicted: number;
};

/** Chances to leave at a renewal are Beta(alpha, beta) over customers; of renewals, not weeks. */
export type SbgParameters = { alpha: number; beta: number };

/** Customers who began together: how many left at each renewal, the first one first, and how many are still there. */
export type ContractCohort = { readonly lost: readonly number[]; readonly survivors: number };
