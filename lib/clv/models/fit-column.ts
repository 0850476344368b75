import type { AnyPurchaseFit } from "../types.ts";
import { paretoColumn, paretoParameters } from "./fit-pareto.ts";
import { purchaseColumn, purchaseParameters } from "./fit-purchases.ts";

/** A fit's parameters as one column, in the order of its likelihood. */
export function fitColumn(fit: AnyPurchaseFit): Float64Array {
  return fit.model === "pareto_nbd" ? paretoColumn(fit.parameters) : purchaseColumn(fit.parameters);
}

/** The same fit at other parameters, of which its errors say nothing. */
export function withColumn(fit: AnyPurchaseFit, column: Float64Array): AnyPurchaseFit {
  return fit.model === "pareto_nbd"
    ? { ...fit, parameters: paretoParameters(column) }
    : { ...fit, parameters: purchaseParameters(column) };
}
