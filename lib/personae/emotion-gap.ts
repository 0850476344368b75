import type { PersonaStage } from "./types.ts";

/** The stages at which a persona gets furthest from what is wanted, in their order. `gap`: actual − desired, below 0. */
export type EmotionGap = { stages: readonly string[]; gap: number };

/** The widest gap, and whether less is got than wanted wherever both are known; null where that is nowhere so. */
export function widestGap(
  stages: readonly PersonaStage[],
): { widest: EmotionGap; isEverywhere: boolean } | null {
  const gaps = stages.flatMap(({ name, actual, desired }) =>
    actual === null || desired === null ? [] : [{ stage: name, gap: actual - desired }],
  );
  const widest = Math.min(0, ...gaps.map(({ gap }) => gap));
  if (widest === 0) return null;
  const at = gaps.filter(({ gap }) => gap === widest).map(({ stage }) => stage);
  return { widest: { stages: at, gap: widest }, isEverywhere: gaps.every(({ gap }) => gap < 0) };
}
