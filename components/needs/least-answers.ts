import type { MeasuredNeed } from "#lib/needs/types.ts";

/** Of importance and satisfaction, how many answered the one that fewer did. */
export function leastAnswers({
  importance,
  satisfaction,
}: Pick<MeasuredNeed, "importance" | "satisfaction">): number {
  return Math.min(importance.measure?.n ?? 0, satisfaction.measure?.n ?? 0);
}
