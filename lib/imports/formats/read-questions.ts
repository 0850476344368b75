import type { ImportMapping } from "../schema.ts";
import type { ImportField } from "../types.ts";
import type { FormatSample } from "./types.ts";

type Questions = NonNullable<ImportMapping["questions"]>;

const MAX_QUESTION_LENGTH = 500;
const RECOMMEND =
  /\brecommend(?:ed|ing|ation)?\b|\bnps\b|weiterempf|recommand|recomend|consigli|aanbevel/i;
const WHOLE_0_TO_10 = /^(?:\d|10)(?:\s*[-–—(].*)?$/s;

/**
 * The columns of questions as answers, and what is known of their scales: a question about recommending, answered from 0
 * to 10, is NPS. Of other numbers the file does not say on which scale they are, so they are kept as they were written
 * until somebody does.
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
    if (isNps(question, answersAt(rows, at))) questions[question] = { metric: "nps" };
  }
  return { columns, questions };
}

function answersAt(rows: FormatSample["rows"], at: number): string[] {
  return rows.map((row) => (row[at] ?? "").trim()).filter((answer) => answer !== "");
}

function isNps(question: string, answers: readonly string[]): boolean {
  return (
    RECOMMEND.test(question) &&
    answers.length > 0 &&
    answers.every((answer) => WHOLE_0_TO_10.test(answer))
  );
}
