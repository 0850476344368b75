import { leadingNumbers, saidScale } from "./formats/read-questions.ts";
import type { ImportMapping } from "./schema.ts";

type Question = NonNullable<ImportMapping["questions"]>[string];

/** A scale that a question may be answered on, and what speaks for it. */
export type ScaleGuess = {
  question: Question;
  /** `words` say it; it asks about `recommend`ing; or the answers lie in its `range` */
  why: "words" | "recommend" | "range";
  /** The least and the greatest answer */
  answers: readonly [least: number, greatest: number];
};

/** The usual scales, the shortest first. */
const USUAL = [
  { scaleMin: 1, scaleMax: 5 },
  { scaleMin: 1, scaleMax: 7 },
  { scaleMin: 1, scaleMax: 10 },
  { scaleMin: 0, scaleMax: 10 },
  { scaleMin: 0, scaleMax: 100 },
] as const;

/**
 * The scale that a question is likely to have: the one that it says, NPS where it asks about recommending, or the shortest
 * usual one that all answers fit. null where an answer is no number or fits none. It is offered, never taken by itself.
 */
export function guessScale(text: string, answers: readonly string[]): ScaleGuess | null {
  const numbers = leadingNumbers(answers);
  if (!numbers) return null;
  const ends = [Math.min(...numbers), Math.max(...numbers)] as const;
  const said = saidScale(text, numbers);
  if (said) {
    const why = said.metric === "nps" ? "recommend" : "words";
    return { question: said, why, answers: ends };
  }
  const [least, greatest] = ends;
  const usual = USUAL.find(({ scaleMin, scaleMax }) => least >= scaleMin && greatest <= scaleMax);
  return usual ? { question: usual, why: "range", answers: ends } : null;
}
