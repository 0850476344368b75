import { averageRanks } from "./average-ranks.ts";
import { pearson } from "./pearson.ts";

/**
 * Spearman's rank correlation, −1..1, ties sharing a rank; null under 2 places or where a column does not vary.
 *
 * Source: Spearman (1904), The proof and measurement of association between two things. Worked: (1, 2, 3, 4) with (1, 9, 4, 100) gives 0.8.
 */
export function spearman(first: Float64Array, second: Float64Array): number | null {
  return pearson(averageRanks(first), averageRanks(second));
}
