import { at, intAt } from "#lib/stats/typed-array.ts";
import { aliveChances } from "./alive-chances.ts";
import { customerAt } from "./customer-at.ts";
import { inUnits } from "./models/alive-chance.ts";
import { emptyMixture, fillMixture } from "./models/pareto-mixture.ts";
import type { AnyPurchaseFit, ParetoFit, PurchaseHistory } from "./types.ts";

/**
 * The time each customer is expected to have been one up to the cut-off, in weeks, the first day counted whole: at least from the first
 * purchase to the last, at most to the cut-off.
 *
 * Whoever has left did so right after the last purchase: `P(alive) · T + (1 − P(alive)) · t_x`; in Pareto/NBD at some time since, by the
 * likelihood of each. Worked: t_x 10, T 30 and a P(alive) of 0.25 are 15 weeks and a day.
 */
export function observedActiveTime(history: PurchaseHistory, fit: AnyPurchaseFit): Float64Array {
  const day = 1 / history.daysPerUnit;
  if (fit.model === "pareto_nbd") return paretoTimes(history, fit).map((time) => time + day);
  const { lastDays, ageDays } = history;
  return aliveChances(history, fit).map(
    (alive, i) => day * (1 + alive * intAt(ageDays, i) + (1 - alive) * intAt(lastDays, i)),
  );
}

function paretoTimes(history: PurchaseHistory, { parameters }: ParetoFit): Float64Array {
  const mixture = emptyMixture();
  return Float64Array.from(history.repeats, (_, i) => {
    fillMixture(mixture, parameters, inUnits(customerAt(history, i), history.daysPerUnit));
    return mixture.times.reduce((sum, time, j) => sum + time * at(mixture.shares, j), 0);
  });
}
