import { at, intAt } from "#lib/stats/typed-array.ts";
import type { CustomerHistory, PurchaseHistory } from "./types.ts";

/** One customer of a history, by place. */
export function customerAt(history: PurchaseHistory, place: number): CustomerHistory {
  return {
    repeats: intAt(history.repeats, place),
    lastDays: intAt(history.lastDays, place),
    ageDays: intAt(history.ageDays, place),
    meanSpend: at(history.meanSpend, place),
    serviceCost: history.serviceCosts && at(history.serviceCosts, place),
  };
}
