import { customerAt } from "./customer-at.ts";
import { aliveBy } from "./forecast.ts";
import { inUnits } from "./models/alive-chance.ts";
import type { AnyPurchaseFit, PurchaseHistory } from "./types.ts";

/** The chance 0..1 of each customer not to have left, by a fit, place by place. */
export function aliveChances(history: PurchaseHistory, fit: AnyPurchaseFit): Float64Array {
  return Float64Array.from(history.repeats, (_, i) =>
    aliveBy(fit, inUnits(customerAt(history, i), history.daysPerUnit)),
  );
}
