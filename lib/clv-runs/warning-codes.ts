import type { ClvWarningCode } from "#lib/clv/types.ts";

export const WARNING_CODES = [
  "no_customers",
  "single_customer",
  "history_inconsistent",
  "one_day_only",
  "no_repeat_purchases",
  "few_repeaters",
  "unstable_repeaters",
  "thin_repeaters",
  "short_window",
  "dominant_customer",
  "regular_spacing",
  "seasonal_purchases",
  "late_cutoff",
  "degenerate",
  "not_converged",
  "degenerate_parameter",
  "no_dropout",
  "homogeneous_rates",
  "ill_conditioned",
  "alive_by_construction",
  "no_spend",
  "spend_mean_infinite",
  "spend_follows_frequency",
  "spend_not_converged",
  "spend_uniform",
  "spend_alike",
  "spend_own_price",
  "holdout_error",
  "holdout_spend_error",
  "weak_ranking",
  "few_renewals",
  "few_losses",
  "rising_hazard",
  "short_calibration",
  "calibration_length",
  "mixed_periods",
  "price_missing",
  "no_price",
  "other_currencies",
] as const satisfies readonly ClvWarningCode[];

/** Whether a stored doubt is one that has words. */
export function isWarningCode(code: string): code is ClvWarningCode {
  return WARNING_CODES.some((known) => known === code);
}
