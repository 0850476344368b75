import { at } from "#lib/stats/typed-array.ts";
import { tenthsBy } from "./tenths-by.ts";
import type { SpendDecile } from "./types.ts";

/** Customers in tenths by predicted spend, the best first, with what they spent; fewer tenths where there are fewer customers. */
export function spendDeciles(predicted: Float64Array, actual: Float64Array): SpendDecile[] {
  const n = predicted.length;
  const total = actual.reduce((sum, spend) => sum + spend, 0);
  return tenthsBy(predicted).map((members) => {
    const actualSpend = sumOf(actual, members);
    const actualShare = total === 0 ? 0 : actualSpend / total;
    return {
      customers: members.length,
      predictedSpend: sumOf(predicted, members),
      actualSpend,
      actualShare,
      lift: (actualShare * n) / members.length,
    };
  });
}

function sumOf(values: Float64Array, places: Uint32Array): number {
  return places.reduce((sum, place) => sum + at(values, place), 0);
}
