import { aliveModelOf } from "./alive-model.ts";
import type { RunSummary } from "./queries.ts";
import type { RunTotals } from "./types.ts";

type Terms = Pick<
  RunSummary,
  | "model"
  | "basis"
  | "horizonMonths"
  | "discountRateAnnual"
  | "marginRate"
  | "costPerOrderMinor"
  | "costPerContactMinor"
  | "retentionCostPerYearMinor"
  | "cohort"
> & { totals: Pick<RunTotals, "aliveModel" | "historicContacts"> | null };

/**
 * Whether two runs say the same by "value": same models of purchases and of who has left, basis, horizon, discount, margin, costs and
 * cohort. Of the same orders two models tell totals that differ, and nobody has moved.
 */
export function haveSameTerms(one: Terms, other: Terms): boolean {
  return likenessOf(one, other) === "same";
}

/**
 * How far the numbers of a run can be set beside those of another with the same terms: all of them (`same`); value and what is expected, but
 * not the chance to have left, which another model tells (`other_leaving`); none, as another model of purchases tells them (`other_model`).
 */
export type Likeness = "same" | "other_leaving" | "other_model";

/** The same of two runs; null where something else of their terms differs. */
export function likenessOf(one: Terms, other: Terms): Likeness | null {
  if (termsKey(one) !== termsKey(other)) return null;
  if (one.model !== other.model) return "other_model";
  return aliveModelOf(one) === aliveModelOf(other) ? "same" : "other_leaving";
}

/** Everything but the models. */
function termsKey(run: Terms): string {
  const { basis, horizonMonths, discountRateAnnual, marginRate, costPerOrderMinor, cohort } = run;
  return JSON.stringify([
    // What was earned so far is ranked; before contacts had a price it was before their cost.
    run.model === "historic",
    run.model === "historic" && (run.totals?.historicContacts ?? null) !== null,
    ...[basis, horizonMonths, discountRateAnnual, marginRate, costPerOrderMinor],
    run.retentionCostPerYearMinor,
    run.costPerContactMinor && Object.entries(run.costPerContactMinor).sort(),
    ...[cohort?.firstFrom ?? null, cohort?.firstUntil ?? null, cohort?.channel ?? null],
    ...[cohort?.attribute?.name ?? null, cohort?.attribute?.value ?? null],
  ]);
}

/**
 * The 95 % interval of the difference of two totals, from theirs as if they were apart: √(a² + b²) of the half widths.
 *
 * The runs share most customers, so it is too wide rather than too narrow. Worked: 10 (±3) after 4 (±4) is 6 (±5): [1, 11].
 */
export function differenceInterval(
  now: { value: number; interval: readonly [number, number] | null },
  before: { value: number; interval: readonly [number, number] | null },
): readonly [low: number, high: number] | null {
  if (!now.interval || !before.interval) return null;
  const half = ([low, high]: readonly [number, number]) => (high - low) / 2;
  const reach = Math.hypot(half(now.interval), half(before.interval));
  const difference = now.value - before.value;
  return [difference - reach, difference + reach];
}
