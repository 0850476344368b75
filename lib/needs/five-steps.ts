import type { AskedScale } from "./types.ts";

/** Between the lowest and the highest of five steps. */
const SPAN = 4;

/** An answer as it was given. */
export type GivenAnswer = AskedScale & { score: number; higherIsBetter: boolean };

/** Whether a scale has five steps of one each, such as 1 to 5, 0 to 4 or −2 to 2. */
export function isFiveSteps({ min, max }: AskedScale): boolean {
  return max - min === SPAN;
}

/**
 * An answer on 1 to 5, 5 the best; null where its scale has not five steps, or it stands between two or off the scale.
 *
 * Only five steps are put on 1 to 5, by moving and turning them: the two best of seven or eleven steps are another share of people
 * than the two best of five. Worked: 0 of 0 to 4 gives 1; 2 of 1 to 5 where less is better gives 4; 7 of 0 to 10 gives null.
 */
export function toFiveSteps({ score, min, max, higherIsBetter }: GivenAnswer): number | null {
  if (!isFiveSteps({ min, max })) return null;
  const step = higherIsBetter ? score - min + 1 : max - score + 1;
  return Number.isInteger(step) && step >= 1 && step <= SPAN + 1 ? step : null;
}
