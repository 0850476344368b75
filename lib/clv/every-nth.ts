import { at, intAt } from "#lib/stats/typed-array.ts";
import type { PurchaseHistory } from "./types.ts";

/** Every n-th customer of a history, the first one first; without costs of service. */
export function everyNth(history: PurchaseHistory, step: number): PurchaseHistory {
  const customers = Math.ceil(history.repeats.length / step);
  const part = {
    repeats: new Int32Array(customers),
    lastDays: new Int32Array(customers),
    ageDays: new Int32Array(customers),
    meanSpend: new Float64Array(customers),
    daysPerUnit: history.daysPerUnit,
  };
  for (let i = 0; i < customers; i++) {
    part.repeats[i] = intAt(history.repeats, i * step);
    part.lastDays[i] = intAt(history.lastDays, i * step);
    part.ageDays[i] = intAt(history.ageDays, i * step);
    part.meanSpend[i] = at(history.meanSpend, i * step);
  }
  return part;
}
