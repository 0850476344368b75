import { PRIORS_BELOW_REPEATERS } from "../models/few-repeaters.ts";
import type { AnyPurchaseFit, ClvWarning } from "../types.ts";

const DEGENERATE = { below: 1e-3, above: 1e3 };
const NO_DROPOUT = { a: 0.05, b: 1e3, s: 0.05, beta: 1e3 };
const HOMOGENEOUS_R = 100;
const WORST_CONDITION = 1e8;
/** A slope per customer beyond this is no maximum. */
const STEEPEST = 1e-6;

/**
 * What speaks against a fit of purchases: no maximum, parameters that ran away, directions left open; and what BG/NBD says by construction.
 *
 * `leaving`: another fit that tells who has left, if there is one.
 */
export function checkPurchases(
  fit: AnyPurchaseFit,
  leaving: AnyPurchaseFit | null = null,
): ClvWarning[] {
  const { r } = fit.parameters;
  const { customers, conditionNumber, gradientPerCustomer } = fit;
  const warnings: (ClvWarning | null)[] = [
    fit.converged && gradientPerCustomer <= STEEPEST
      ? null
      : { code: "not_converged", level: "red", values: { gradientPerCustomer, customers } },
    degeneracy(fit),
    hasNoDropout(fit)
      ? { code: "no_dropout", level: "amber", values: { ...fit.parameters } }
      : null,
    r > HOMOGENEOUS_R ? { code: "homogeneous_rates", level: "amber", values: { r } } : null,
    conditionNumber > WORST_CONDITION
      ? { code: "ill_conditioned", level: "amber", values: { conditionNumber } }
      : null,
    fit.model === "bg_nbd"
      ? {
          ...{ code: "alive_by_construction", level: "note" },
          values: { customers: oneTime(fit), otherModel: leaving ? 1 : 0 },
        }
      : null,
  ];
  return warnings.filter((warning) => warning !== null);
}

/** Whether hardly anybody was seen to leave: then the model is one of purchases only. */
function hasNoDropout(fit: AnyPurchaseFit): boolean {
  if (fit.model === "pareto_nbd")
    return fit.parameters.s < NO_DROPOUT.s || fit.parameters.beta > NO_DROPOUT.beta;
  return fit.parameters.a < NO_DROPOUT.a || fit.parameters.b > NO_DROPOUT.b;
}

/** All parameters, where one is beyond what data of this kind can say, or would be if priors did not hold it. */
function degeneracy({ parameters, hasPrior, repeaters }: AnyPurchaseFit): ClvWarning | null {
  const values = Object.values(parameters);
  const { below, above } = DEGENERATE;
  const isHeld = hasPrior && repeaters >= PRIORS_BELOW_REPEATERS;
  if (!isHeld && values.every((value) => value >= below && value <= above)) return null;
  return { code: "degenerate_parameter", level: "red", values: { ...parameters } };
}

function oneTime({ customers, repeaters }: AnyPurchaseFit): number {
  return customers - repeaters;
}
