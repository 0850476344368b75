import { disagreementsOf } from "./disagreements.ts";
import type { ComparedNeed, DerivedImportance, MeasuredNeed } from "./types.ts";

/** Needs seen in three ways side by side, in the order they came, with where those disagree. */
export function compareNeeds(
  needs: readonly MeasuredNeed[],
  derived: DerivedImportance,
): ComparedNeed[] {
  const weights = derived.converged ? derived.needs : [];
  return needs.map((need) => {
    const weight = weights.find(({ needId }) => needId === need.id) ?? null;
    return { need, derived: weight, disagreements: disagreementsOf(need, weight) };
  });
}
