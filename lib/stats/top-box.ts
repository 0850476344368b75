import { wilsonInterval } from "./wilson-interval.ts";

/** The lowest and the highest answer of a question; `higherIsBetter` false for one like "how much effort did it take". */
export type AnswerScale = {
  readonly min: number;
  readonly max: number;
  readonly higherIsBetter: boolean;
};

/** `share` 0..1 of `n` answers with its 95 % interval (Wilson), both null without an answer; `offScale` ones are left out. */
export type TopBox = {
  readonly share: number | null;
  readonly interval: readonly [low: number, high: number] | null;
  readonly n: number;
  readonly offScale: number;
};

/**
 * The share of answers among the best `boxes` steps of a scale of whole steps.
 *
 * Satisfaction is the best 2 of 1 to 5; "made it easy" the best 3 of 1 to 7. Answers on other scales must not be mixed in: those off
 * the scale are counted apart. Worked: 5, 4, 3, 2, 5 with 2 boxes of 1 to 5 give 0.6 of 5.
 */
export function topBox(answers: readonly number[], scale: AnswerScale, boxes: number): TopBox {
  const { min, max, higherIsBetter } = scale;
  const valid = answers.filter((answer) => answer >= min && answer <= max);
  const isTop = (answer: number) => (higherIsBetter ? answer > max - boxes : answer < min + boxes);
  const n = valid.length;
  const count = valid.filter(isTop).length;
  return {
    share: n === 0 ? null : count / n,
    interval: wilsonInterval(count, n),
    n,
    offScale: answers.length - n,
  };
}
