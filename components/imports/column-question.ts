import { guessScale } from "#lib/imports/guess-scale.ts";
import { isAnswer, QUESTION_FIELDS, questionOf } from "#lib/imports/import-fields.ts";
import type { ImportField } from "#lib/imports/types.ts";
import { METRICS } from "#lib/signals/types.ts";
import { areBareNumbers, meaningsOf, type Question } from "./column-values.ts";
import type { ImportDraft } from "./import-draft.ts";

/** Columns that say of each row on which scale it is, or whose question has one of its own. */
const SAYS_SCALE: readonly ImportField[] = [
  ...(["metric", "scaleMin", "scaleMax", "higherIsBetter"] as const),
  ...QUESTION_FIELDS,
];

/** Whether the scale of a column is said with the column: of answers, and of scores whose scale and question no column holds. */
export function asksForScale({ columns }: Pick<ImportDraft, "columns">, field: ImportField) {
  return (
    isAnswer(field) || (field === "score" && !SAYS_SCALE.some((each) => columns.includes(each)))
  );
}

/** What is known of the scale of a column; undefined for words. Of scores it is the same in all rows. */
export function questionIn(draft: ImportDraft, field: ImportField): Question | undefined {
  if (isAnswer(field)) return draft.questions[questionOf(field)];
  return asksForScale(draft, field) ? scoreQuestion(draft.constants) : undefined;
}

/** The scale that the answers of a column are likely to be on, where they are numbers and nobody has said it. */
export function likelyQuestion(
  { preview, questions, values }: Pick<ImportDraft, "preview" | "questions" | "values">,
  at: number,
  field: ImportField,
): Question | undefined {
  const answers = preview.rows.map((row) => (row[at] ?? "").trim()).filter(Boolean);
  if (!isAnswer(field) || !areBareNumbers(field, questions, answers, meaningsOf(values, field)))
    return undefined;
  return guessScale(questionOf(field), answers)?.question;
}

function scoreQuestion({ metric: word, ...constants }: ImportDraft["constants"]) {
  const metric = METRICS.find((each) => each === word);
  const scale =
    constants.scaleMin && constants.scaleMax
      ? { scaleMin: numberOf(constants.scaleMin), scaleMax: numberOf(constants.scaleMax) }
      : {};
  if (!("scaleMin" in scale) && metric !== "nps") return undefined;
  return {
    ...(metric ? { metric } : {}),
    ...scale,
    ...(constants.higherIsBetter === "no" ? { higherIsBetter: false } : {}),
  };
}

function numberOf(typed: string): number {
  return Number(typed.trim().replace(",", "."));
}

/** The draft's parts that change with the scale of a column. */
export function withQuestion(
  { questions, constants }: ImportDraft,
  field: ImportField,
  asked: Question | undefined,
): Pick<ImportDraft, "questions" | "constants"> {
  if (isAnswer(field)) {
    const { [questionOf(field)]: _, ...others } = questions;
    return { questions: asked ? { ...others, [questionOf(field)]: asked } : others, constants };
  }
  const { metric: _, scaleMin: __, scaleMax: ___, higherIsBetter: ____, ...others } = constants;
  return { questions, constants: { ...others, ...constantsOf(asked) } };
}

function constantsOf(asked: Question = {}): ImportDraft["constants"] {
  const { metric, scaleMin, scaleMax, higherIsBetter = true } = asked;
  return {
    ...(metric ? { metric } : {}),
    ...(scaleMin === undefined ? {} : { scaleMin: String(scaleMin) }),
    ...(scaleMax === undefined ? {} : { scaleMax: String(scaleMax) }),
    ...(higherIsBetter ? {} : { higherIsBetter: "no" }),
  };
}
