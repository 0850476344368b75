import { answerNumber } from "#lib/format/answer-number.ts";
import { AUDIENCES, type Audience, type Metric, type Scale } from "#lib/signals/types.ts";
import { isAnswer, QUESTION_FIELDS, questionOf } from "./import-fields.ts";
import { parseNumber, parseScore } from "./parse-number.ts";
import type { ParsedRow } from "./parsed-row.ts";
import { readBody, readCustomer, readLabel, readRow, readWhen, withNumber } from "./read-row.ts";
import { createWordReader, parseYesNo } from "./read-word.ts";
import { type FileRow, RowCells } from "./row-cells.ts";
import type { ImportField, QuestionScale, RowContext, SignalRow } from "./types.ts";

export const readMetric = createWordReader<Metric>({
  nps: "netpromoterscore likelihoodtorecommend ltr recommend recommendation weiterempfehlung",
  csat: "customersatisfaction satisfaction sat zufriedenheit",
  ces: "customereffortscore effort effortscore aufwand",
  rating: "stars star review bewertung sterne",
});

export const readAudience = createWordReader<Audience>({
  customer: "customers client clients external kunde kunden user users",
  employee: "employees staff team internal mitarbeiter colleague colleagues",
});

/** The recommendation question is asked on one scale only. */
const NPS_SCALE: Scale = { min: 0, max: 10, higherIsBetter: true };
const MAX_QUESTION_LENGTH = 500;
const NO_SCALE = "A score needs its scale: say its lowest and highest value, or that it is NPS.";
const NO_QUESTION_SCALE =
  "Nobody has said on which scale this question is answered. Say it, or that it is NPS.";

/** Reads what one row says: one signal, or one for each answer in a column of its own. */
export function parseSignals(
  row: FileRow,
  columns: readonly (ImportField | null)[],
  context: RowContext,
): ParsedRow<SignalRow> {
  const answers = columns.filter(isAnswer);
  const one = readRow(row, columns, context, (cells) => readSignal(row.line, cells, context));
  if ("rejects" in one || answers.length === 0) return named(one, context);
  const [base] = one.rows;
  if (!base) return one;
  const cells = new RowCells(row, columns, context.headers);
  const own = (base.score ?? base.body) !== null ? [base] : [];
  const wide = [...own, ...answersOf(cells, named({ rows: [base] }, context), answers, context)];
  return cells.rejects.length > 0 ? { rejects: cells.rejects } : { rows: wide };
}

function named(parsed: ParsedRow<SignalRow>, { identify }: RowContext): ParsedRow<SignalRow> {
  return withNumber(parsed, identify, factsOf);
}

function readSignal(line: number, cells: RowCells, context: RowContext): SignalRow {
  const { on, at } = readWhen(cells, context, "occurredOn", "occurredAt");
  const question = cells.optionalText("question", MAX_QUESTION_LENGTH);
  const said = saidOf(cells, context);
  const metric = cells.parsed("metric", readMetric) ?? said?.metric ?? null;
  const asked = { metric, scale: readScale(cells, context) ?? said?.scale ?? null };
  return {
    line,
    externalId: readNumber(cells, context),
    ...readCustomer(cells),
    audience: cells.says("audience")
      ? (cells.parsed("audience", readAudience) ?? AUDIENCES[0])
      : undefined,
    occurredOn: on,
    occurredAt: at,
    question,
    metric,
    ...readSaid(cells, asked, context),
    language: readLabel(cells, "language"),
    channel: readLabel(cells, "channel"),
    touchpoint: readLabel(cells, "touchpoint"),
    segment: readLabel(cells, "segment"),
    department: readLabel(cells, "department"),
  };
}

/**
 * The number of a response, and of the question where each answer has a line of its own: that is where a column has the
 * question's number, or where the mapping says the scales of questions and rows name theirs.
 */
function readNumber(cells: RowCells, { questions }: RowContext): string {
  const number = cells.optionalId("signalExternalId");
  const isByQuestion = questions !== undefined && questions.size > 0;
  const named = isByQuestion ? cells.text("question").slice(0, MAX_QUESTION_LENGTH) : "";
  const question = cells.optionalId("questionExternalId") || named;
  return number === "" || question === "" ? number : answerNumber(number, question);
}

/** Score and words; an answer that may be either is a score where its scale is known, and its metric or its question said. */
function readSaid(cells: RowCells, asked: QuestionScale, context: RowContext) {
  const body = readBody(cells, "comment");
  const isScored = cells.says("score") || cells.says("answer");
  if (!isScored) return { score: undefined, scale: undefined, body };
  if (cells.text("answer") === "") return { ...readScored(cells, "score", asked, context), body };
  const isScore = asked.metric !== null || saidOf(cells, context) !== undefined;
  if (isScore && knownScale(asked, context))
    return { ...readScored(cells, "answer", asked, context), body };
  return { metric: null, score: null, scale: null, body: readBody(cells, "answer") ?? body };
}

/** What the mapping says of the question of a row. */
function saidOf(cells: RowCells, { questions }: RowContext): QuestionScale | undefined {
  return questions?.get(cells.text("question") || cells.text("questionExternalId"));
}

function readScale(cells: RowCells, { decimalSeparator }: RowContext): Scale | null {
  const read = (field: ImportField) =>
    cells.parsed(field, (text) => parseNumber(text, decimalSeparator));
  const min = read("scaleMin");
  const max = read("scaleMax");
  const higherIsBetter = cells.parsed("higherIsBetter", parseYesNo) ?? true;
  if (min === null || max === null) return null;
  if (max <= min) cells.reject("scaleMax", "The highest value is not above the lowest.");
  return { min, max, higherIsBetter };
}

type Scored = { score: number | null; scale: Scale | null };

function readScored(
  cells: RowCells,
  field: ImportField,
  asked: QuestionScale,
  context: RowContext,
): Scored {
  const score = cells.parsed(field, (text) => parseScore(text, context.decimalSeparator));
  if (score === null) return { score: null, scale: null };
  const scale = knownScale(asked, context);
  if (!scale) rejectUnscaled(cells, field, context);
  else if (score < scale.min || score > scale.max)
    cells.reject(field, `Outside its scale of ${scale.min} to ${scale.max}.`);
  return { score, scale };
}

/** Of a file whose rows name their question, it is the question that lacks a scale. */
function rejectUnscaled(cells: RowCells, field: ImportField, { questions }: RowContext): void {
  const named = QUESTION_FIELDS.find((each) => cells.text(each) !== "");
  if (questions && named && !isAnswer(field)) cells.reject(named, NO_QUESTION_SCALE);
  else cells.reject(field, NO_SCALE);
}

function knownScale(
  { metric, scale }: QuestionScale,
  { scales }: Pick<RowContext, "scales">,
): Scale | null {
  if (scale) return scale;
  return metric === "nps" ? NPS_SCALE : ((metric && scales?.get(metric)) ?? null);
}

/** One signal for each answered question; a question without a scale is answered in words. */
function answersOf(
  cells: RowCells,
  base: ParsedRow<SignalRow>,
  answers: readonly `answers.${string}`[],
  context: RowContext,
): SignalRow[] {
  if ("rejects" in base) return [];
  return base.rows.flatMap((row) =>
    answers.flatMap((field) => {
      if (cells.text(field) === "") return [];
      const question = questionOf(field);
      const asked = context.questions?.get(question);
      const answer = asked
        ? { metric: asked.metric, ...readScored(cells, field, asked, context), body: null }
        : { metric: null, score: null, scale: null, body: readBody(cells, field) };
      return [{ ...row, ...answer, question, externalId: answerNumber(row.externalId, question) }];
    }),
  );
}

/** What tells a signal from others when it has no number. */
function factsOf(row: SignalRow) {
  const { customerExternalId, customerEmail, occurredAt, occurredOn, question, score, body } = row;
  return [
    customerExternalId ?? customerEmail,
    occurredAt ?? occurredOn,
    question,
    score ?? null,
    body,
  ];
}
