import { survivalShare } from "../models/sbg.ts";
import type { ClvWarning, ContractCohort, SbgFit, SbgParameters } from "../types.ts";

const LEAST_RENEWALS = 3;
const LEAST_LOSSES = 30;
const DEGENERATE = { below: 1e-3, above: 1e3 };
const WORST_CONDITION = 1e8;
const STEEPEST = 1e-6;
/** A horizon of more renewals than this many times those that were seen rests on the shape of the model alone. */
const FARTHEST_AHEAD = 2;

/** What speaks against a model of contracts, as refusals: numbers that cannot be, fewer than 3 renewals or 30 losses. */
export function checkContracts(cohorts: readonly ContractCohort[]): ClvWarning[] {
  const counts = cohorts.flatMap(({ lost, survivors }) => [...lost, survivors]);
  const broken = counts.filter((count) => !(count >= 0 && Number.isFinite(count))).length;
  if (broken > 0) return [refusal("history_inconsistent", { broken })];
  if (counts.every((count) => count === 0)) return [refusal("no_customers", { customers: 0 })];
  const renewals = Math.max(0, ...cohorts.map(({ lost }) => lost.length));
  if (renewals < LEAST_RENEWALS)
    return [refusal("few_renewals", { renewals, needed: LEAST_RENEWALS })];
  const losses = cohorts.flatMap(({ lost }) => lost).reduce((sum, count) => sum + count, 0);
  if (losses < LEAST_LOSSES) return [refusal("few_losses", { losses, needed: LEAST_LOSSES })];
  return [];
}

/** What speaks against a fit of contracts: no maximum, parameters that ran away, a direction left open. */
export function checkContractFit(fit: SbgFit): ClvWarning[] {
  const { gradientPerCustomer, customers, conditionNumber, parameters } = fit;
  const { below, above } = DEGENERATE;
  const hasRunAway = Object.values(parameters).some((value) => !(value >= below && value <= above));
  const warnings: (ClvWarning | null)[] = [
    fit.converged && gradientPerCustomer <= STEEPEST
      ? null
      : { code: "not_converged", level: "red", values: { gradientPerCustomer, customers } },
    hasRunAway ? { code: "degenerate_parameter", level: "red", values: { ...parameters } } : null,
    conditionNumber > WORST_CONDITION
      ? { code: "ill_conditioned", level: "amber", values: { conditionNumber } }
      : null,
  ];
  return warnings.filter((warning) => warning !== null);
}

/**
 * How far the horizon goes beyond what was seen, and what the end of it was without the last periods: a short calibration bends the curve.
 *
 * Fader and Hardie (2007) foretell .307 of the high end after 12 years from four of them, .378 from seven; .394 came.
 */
export function checkCalibration({
  renewals,
  ahead,
  now,
  before,
}: {
  /** Seen, and within the horizon */
  renewals: number;
  ahead: number;
  now: SbgParameters;
  /** Fitted without the last `heldBack` periods; null without a backtest */
  before: { parameters: SbgParameters; heldBack: number } | null;
}): ClvWarning[] {
  const warnings: ClvWarning[] = [];
  if (ahead > FARTHEST_AHEAD * renewals)
    warnings.push({ code: "short_calibration", level: "amber", values: { renewals, ahead } });
  if (before && ahead > 0)
    warnings.push({
      ...{ code: "calibration_length", level: "note" },
      values: {
        ...{ ahead, heldBack: before.heldBack, share: survivalShare(now, ahead) },
        formerShare: survivalShare(before.parameters, ahead),
      },
    });
  return warnings;
}

function refusal(code: ClvWarning["code"], values: Record<string, number>): ClvWarning {
  return { code, level: "refusal", values };
}
