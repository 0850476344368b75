import { at } from "#lib/stats/typed-array.ts";
import { survivedChances } from "./models/alive-chance.ts";
import type { HistoryExtent } from "./purchase-outlook.ts";
import type { PurchaseFit } from "./types.ts";

/** By repeats x, `factors` a / (b + m − 1), and by rows of `width` days `powers` (1 + t/α)^(r+x). */
export type AliveTables = {
  readonly factors: Float64Array;
  readonly powers: Float64Array;
  readonly width: number;
};

/** 8 MB of powers. */
const MOST_PLACES = 1 << 20;
/** Powers up to e^600 are within doubles, and so are their sums. */
const LARGEST_LOG_POWER = 600;

/** The powers that the odds of having left are made of, for a history that reaches so far; null where they are too many or too large. */
export function aliveTables(
  { model, parameters }: PurchaseFit,
  { longestAge, mostRepeats, daysPerUnit }: HistoryExtent,
): AliveTables | null {
  const { r, alpha, a, b } = parameters;
  const width = longestAge + 1;
  const rows = mostRepeats + 1;
  const logOf = (day: number) => Math.log1p(day / daysPerUnit / alpha);
  const isInReach = (r + mostRepeats) * logOf(longestAge) <= LARGEST_LOG_POWER;
  if (rows * width > MOST_PLACES || !isInReach) return null;
  const logs = new Float64Array(width).map((_, day) => logOf(day));
  const factors = new Float64Array(rows);
  const powers = new Float64Array(rows * width);
  for (let x = 0; x < rows; x++) {
    const survived = survivedChances(model, x);
    factors[x] = survived === 0 ? 0 : a / (b + survived - 1);
    for (let day = 0; day < width; day++)
      powers[x * width + day] = Math.exp((r + x) * at(logs, day));
  }
  return { factors, powers, width };
}
