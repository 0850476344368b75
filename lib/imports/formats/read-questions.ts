import type { ImportMapping } from "../schema.ts";
import type { ImportField } from "../types.ts";
import { scaleInWords } from "./scale-in-words.ts";
import type { FormatSample } from "./types.ts";

type Questions = NonNullable<ImportMapping["questions"]>;

const MAX_QUESTION_LENGTH = 500;
const RECOMMEND =
  /\brecommend(?:ed|ing|ation)?\b|\bnps\b|weiterempf|recommand|recomend|consigli|aanbevel/i;
const NAMES_NPS = /\bnps\b|net promoter/i;
const WHOLE = /^(\d{1,3})(?:\s*[-–—(].*)?$/s;
/** An answer from here on tells that a scale without a name ends at 10: those up to 5 and 7 are common too. */
const SHOWS_TEN = 8;

/**
 * The columns of questions as answers, and what is known of their scales: by their words, as in "from 1 to 5"; or, of a
 * question about recommending whose answers show that they go up to 10, NPS. Of other numbers the file does not say on
 * which scale they are, so they are kept as they were written until somebody does.
 */
export function readQuestions(
  { headers, rows }: FormatSample,
  isQuestion: (header: string, at: number) => boolean,
): { columns: Record<string, ImportField>; questions: Questions } {
  const columns: Record<string, ImportField> = {};
  const questions: Questions = {};
  for (const [at, header] of headers.entries()) {
    if (!isQuestion(header, at)) continue;
    const question = header.slice(0, MAX_QUESTION_LENGTH).trim();
    columns[header] = `answers.${question}`;
    const scale = saidScale(question, numbersAt(rows, at));
    if (scale) questions[question] = scale;
  }
  return { columns, questions };
}

function numbersAt(rows: FormatSample["rows"], at: number): number[] | null {
  return leadingNumbers(rows.map((row) => (row[at] ?? "").trim()).filter(Boolean));
}

/** The numbers that answers begin with; null where one does not, or none is there. */
export function leadingNumbers(answers: readonly string[]): number[] | null {
  const numbers = answers.flatMap((answer) => {
    const digits = WHOLE.exec(answer)?.[1];
    return digits === undefined ? [] : [Number(digits)];
  });
  return answers.length > 0 && numbers.length === answers.length ? numbers : null;
}

/** The scale of a question by its words, or NPS by its words and answers; null where they do not say it. */
export function saidScale(
  question: string,
  numbers: readonly number[] | null,
): Questions[string] | null {
  if (!numbers) return null;
  const said = scaleInWords(question);
  if (!said) return isNps(question, numbers) ? NPS : null;
  const { min: scaleMin, max: scaleMax, higherIsBetter } = said;
  if (!isWithin(numbers, scaleMin, scaleMax)) return null;
  if (RECOMMEND.test(question) && scaleMin === 0 && scaleMax === 10) return NPS;
  return { scaleMin, scaleMax, ...(higherIsBetter ? {} : { higherIsBetter }) };
}

const NPS: Questions[string] = { metric: "nps" };

function isNps(question: string, numbers: readonly number[]): boolean {
  if (!RECOMMEND.test(question) || !isWithin(numbers, 0, 10)) return false;
  return NAMES_NPS.test(question) || numbers.some((number) => number >= SHOWS_TEN);
}

/** Whether there are numbers, all of them on a scale. */
export function isWithin(numbers: readonly number[], min: number, max: number): boolean {
  return numbers.length > 0 && numbers.every((number) => number >= min && number <= max);
}
