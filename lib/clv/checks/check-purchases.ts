import type { ClvWarning, PurchaseFit } from "../types.ts";

const DEGENERATE = { below: 1e-3, above: 1e3 };
const NO_DROPOUT = { a: 0.05, b: 1e3 };
const HOMOGENEOUS_R = 100;
const WORST_CONDITION = 1e8;

/** What speaks against a fit of purchases: no maximum, parameters that ran away, directions left open; and what BG/NBD says by construction. */
export function checkPurchases(fit: PurchaseFit): ClvWarning[] {
  const { parameters, model } = fit;
  const { r, a, b } = parameters;
  const { customers, conditionNumber, gradientPerCustomer } = fit;
  const warnings: (ClvWarning | null)[] = [
    fit.converged
      ? null
      : { code: "not_converged", level: "red", values: { gradientPerCustomer, customers } },
    degeneracy(fit),
    a < NO_DROPOUT.a || b > NO_DROPOUT.b
      ? { code: "no_dropout", level: "amber", values: { a, b } }
      : null,
    r > HOMOGENEOUS_R ? { code: "homogeneous_rates", level: "amber", values: { r } } : null,
    conditionNumber > WORST_CONDITION
      ? { code: "ill_conditioned", level: "amber", values: { conditionNumber } }
      : null,
    model === "bg_nbd"
      ? { code: "alive_by_construction", level: "note", values: { customers: oneTime(fit) } }
      : null,
  ];
  return warnings.filter((warning) => warning !== null);
}

/** The parameter farthest out, where one is beyond what data of this kind can say. */
function degeneracy({ parameters }: PurchaseFit): ClvWarning | null {
  const values = Object.values(parameters);
  const { below, above } = DEGENERATE;
  if (values.every((value) => value >= below && value <= above)) return null;
  return { code: "degenerate_parameter", level: "red", values: { ...parameters } };
}

function oneTime({ customers, repeaters }: PurchaseFit): number {
  return customers - repeaters;
}
