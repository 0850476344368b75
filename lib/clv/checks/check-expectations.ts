import { at } from "#lib/stats/typed-array.ts";
import type { ClvWarning, CustomerScores } from "../types.ts";

/** Nobody buys as often; more is a fit that ran away. */
const MOST_A_WEEK = 1000;

/**
 * What refuses scores: an expectation that is no number, below 0, or above 1,000 purchases a week of the horizon; a value to come that
 * is beyond `mostValue`, in the unit of the spend.
 */
export function checkExpectations(
  { expectedPurchases, residualValue }: Pick<CustomerScores, "expectedPurchases" | "residualValue">,
  { horizonWeeks, mostValue }: { horizonWeeks: number; mostValue: number },
): ClvWarning[] {
  let customers = 0;
  let total = 0;
  for (let i = 0; i < expectedPurchases.length; i++) {
    const expected = at(expectedPurchases, i);
    const value = Math.abs(at(residualValue, i));
    total += value;
    const isSound = expected >= 0 && expected <= MOST_A_WEEK * horizonWeeks && value <= mostValue;
    if (!isSound) customers += 1;
  }
  if (customers === 0 && total <= mostValue) return [];
  return [{ code: "degenerate", level: "refusal", values: { customers } }];
}
