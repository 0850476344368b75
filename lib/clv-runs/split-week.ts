import type { Backtest } from "./types.ts";

/**
 * The week of a holdout's tracking, 1 the first, in which calibration ends; null where none is tracked before or after it. Not for
 * contracts, whose tracking begins at the split.
 *
 * The last week tracked may have just begun, so it may be the one before. Worked: of 78 weeks with 39 held back it is the 39th.
 */
export function splitWeekOf({
  tracking,
  holdoutWeeks,
}: Pick<Backtest, "tracking" | "holdoutWeeks">): number | null {
  const week = Math.floor(tracking.length - holdoutWeeks);
  return week >= 1 && week < tracking.length ? week : null;
}
