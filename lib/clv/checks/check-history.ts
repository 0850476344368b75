import { at, intAt } from "#lib/stats/typed-array.ts";
import type { ClvWarning, PurchaseHistory } from "../types.ts";

/** Simulated fits run away in 45 % of sets with 20 repeaters, 27 % with 40, 15 % with 80, 2 % with 200 and none with 400. */
const LEAST_REPEATERS = 50;
const STABLE_REPEATERS = 200;
const ENOUGH_REPEATERS = 400;
/** A customer with a larger share of all repeats bends the rates of all. */
const DOMINANT_SHARE = 0.01;
/** The window should hold the usual gap between purchases this often. */
const LEAST_GAPS = 2;

/**
 * What speaks against a model of these purchases, worst first; with a refusal among them there is no fit, only the historic value.
 *
 * Thresholds by simulation and habit of the field; each warning carries the numbers it was judged by.
 */
export function checkHistory(history: PurchaseHistory): ClvWarning[] {
  const refusal = refusalOf(history);
  if (refusal) return [refusal];
  const repeaters = countWhere(history.repeats, (x) => x > 0);
  return [fewness(repeaters), dominance(history), shortness(history)].filter(
    (warning) => warning !== null,
  );
}

function refusalOf(history: PurchaseHistory): ClvWarning | null {
  const customers = history.repeats.length;
  const refuse = (code: ClvWarning["code"], values: Record<string, number> = {}): ClvWarning => ({
    code,
    level: "refusal",
    values: { customers, ...values },
  });
  if (customers === 0) return refuse("no_customers");
  const broken = countBroken(history);
  if (broken > 0) return refuse("history_inconsistent", { broken });
  if (customers === 1) return refuse("single_customer");
  if (countWhere(history.ageDays, (age) => age > 0) === 0) return refuse("one_day_only");
  const repeaters = countWhere(history.repeats, (x) => x > 0);
  if (repeaters === 0) return refuse("no_repeat_purchases");
  if (repeaters >= LEAST_REPEATERS) return null;
  return refuse("few_repeaters", { repeaters, needed: LEAST_REPEATERS });
}

/** Customers that cannot be: times out of order, repeats without days between, more repeats than days, spend below 0 or not a number. */
function countBroken({ repeats, lastDays, ageDays, meanSpend }: PurchaseHistory): number {
  let broken = 0;
  for (let i = 0; i < repeats.length; i++) {
    const x = intAt(repeats, i);
    const last = intAt(lastDays, i);
    const isInOrder = last >= x && intAt(ageDays, i) >= last && (x > 0 || last === 0);
    const isSpend = at(meanSpend, i) >= 0 && Number.isFinite(at(meanSpend, i));
    if (x < 0 || !isInOrder || !isSpend) broken += 1;
  }
  return broken;
}

function fewness(repeaters: number): ClvWarning | null {
  if (repeaters >= ENOUGH_REPEATERS) return null;
  const values = { repeaters, needed: ENOUGH_REPEATERS };
  return repeaters < STABLE_REPEATERS
    ? { code: "unstable_repeaters", level: "red", values }
    : { code: "thin_repeaters", level: "amber", values };
}

function dominance({ repeats }: PurchaseHistory): ClvWarning | null {
  let [total, most] = [0, 0];
  for (let i = 0; i < repeats.length; i++) {
    total += intAt(repeats, i);
    most = Math.max(most, intAt(repeats, i));
  }
  const share = most / total;
  if (share <= DOMINANT_SHARE) return null;
  return { code: "dominant_customer", level: "amber", values: { share, repeats: most } };
}

function shortness({
  repeats,
  lastDays,
  ageDays,
  daysPerUnit,
}: PurchaseHistory): ClvWarning | null {
  const gaps: number[] = [];
  let window = 0;
  for (let i = 0; i < repeats.length; i++) {
    window = Math.max(window, intAt(ageDays, i));
    const x = intAt(repeats, i);
    if (x > 0) gaps.push(intAt(lastDays, i) / x);
  }
  const sorted = Float64Array.from(gaps).sort();
  const gap = at(sorted, Math.floor(sorted.length / 2));
  if (window >= LEAST_GAPS * gap) return null;
  return {
    code: "short_window",
    level: "amber",
    values: { windowWeeks: window / daysPerUnit, gapWeeks: gap / daysPerUnit },
  };
}

function countWhere(values: Int32Array, holds: (value: number) => boolean): number {
  return values.reduce((count, value) => count + (holds(value) ? 1 : 0), 0);
}
