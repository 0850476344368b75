import type { PersonaStage } from "./types.ts";

/** The stage at which a persona gets furthest from what is wanted. `gap`: actual − desired, below 0. */
export type EmotionGap = { stage: string; gap: number };

/** The widest gap, and whether less is got than wanted wherever both are known; null where that is nowhere so. */
export function widestGap(
  stages: readonly PersonaStage[],
): { widest: EmotionGap; isEverywhere: boolean } | null {
  const gaps = stages.flatMap(({ name, actual, desired }) =>
    actual === null || desired === null ? [] : [{ stage: name, gap: actual - desired }],
  );
  const [widest] = gaps.toSorted((one, other) => one.gap - other.gap);
  if (!widest || widest.gap >= 0) return null;
  return { widest, isEverywhere: gaps.every(({ gap }) => gap < 0) };
}
