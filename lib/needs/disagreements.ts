import type { DerivedNeed, Disagreement, MeasuredNeed } from "./types.ts";

/** Above it, more people than not found a need important; 0..1. */
const HALF = 0.5;

/**
 * Where what people say of a need, how they would take it, and what moves the outcome point in different directions.
 *
 * Something counts as said to be important once the whole 95 % interval of the share lies above one half, and as not said so once
 * it lies below. A Kano class counts only where it is clear. Worked: 80 of 100 call it important and its weight is no more than
 * chance: said_moves_nothing.
 */
export function disagreementsOf(
  need: Pick<MeasuredNeed, "importance" | "kano">,
  derived: DerivedNeed | null,
): Disagreement[] {
  const top = need.importance.measure?.top;
  const isSaid = top !== undefined && top.interval[0] > HALF;
  const isUnsaid = top !== undefined && top.interval[1] < HALF;
  const clear = need.kano.result?.isClear ? need.kano.result.kind : null;
  const found: readonly (readonly [Disagreement, boolean])[] = [
    ["said_moves_nothing", isSaid && derived !== null && !derived.isAboveChance],
    ["moves_unsaid", isUnsaid && derived?.isAboveChance === true],
    ["taken_for_granted", clear === "must_be" && isUnsaid],
    ["important_indifferent", clear === "indifferent" && isSaid],
    ["delights_unasked", clear === "attractive" && isUnsaid],
  ];
  return found.flatMap(([disagreement, isSo]) => (isSo ? [disagreement] : []));
}
