import { averageRanks } from "./average-ranks.ts";
import { at, intAt } from "./typed-array.ts";

/**
 * Chance that a case that happened (`happened` 1, else 0) scored above one that did not, ties counting half; null without both kinds.
 *
 * Source: Hanley and McNeil (1982), The meaning and use of the area under a ROC curve, Radiology 143 (Wilcoxon form).
 * Worked: scores 0.1, 0.4, 0.35, 0.8 with 0, 0, 1, 1 give 0.75.
 */
export function areaUnderCurve(scores: Float64Array, happened: Int32Array): number | null {
  const ranks = averageRanks(scores);
  let count = 0;
  let rankSum = 0;
  for (let i = 0; i < ranks.length; i++)
    if (intAt(happened, i) === 1) {
      count += 1;
      rankSum += at(ranks, i);
    }
  const pairs = count * (ranks.length - count);
  return pairs === 0 ? null : (rankSum - (count * (count + 1)) / 2) / pairs;
}
