import { guessScale, type ScaleGuess } from "#lib/imports/guess-scale.ts";
import { QUESTION_FIELDS } from "#lib/imports/import-fields.ts";
import { readMetric } from "#lib/imports/parse-signals.ts";
import { valueKey } from "#lib/imports/row-cells.ts";
import { meaningsOf, type Question } from "./column-values.ts";
import type { ImportDraft } from "./import-draft.ts";

/** A question that rows name, where each answer has a row of its own. */
export type AskedQuestion = {
  text: string;
  /** Its answers in the first rows; of one that a dry run met further down, in the whole file */
  count: number;
  /** Its first different answers */
  samples: string[];
  /** On which scale it is answered, as somebody said or its rows do; undefined for words */
  question: Question | undefined;
  /** Its answers are numbers that become no scores yet */
  isOpen: boolean;
  /** Whether its answers may be kept in words */
  canBeWords: boolean;
  /** What is likely, until somebody says it */
  guess: ScaleGuess | null;
};

/** More are not shown: nobody says the scale of each of so many. */
export const MOST_QUESTIONS = 50;
const SAMPLES = 3;
const NUMBER = /^[-−]?\d+(?:[.,]\d+)?$/;

/** Whether rows name their question, and neither a column nor one value for all rows says its scale. */
export function isByQuestion({ kind, columns, constants }: ImportDraft): boolean {
  if (kind !== "signals" || constants.metric === "nps") return false;
  const isScored = columns.includes("score") || columns.includes("answer");
  const hasScale = (["scaleMin", "scaleMax"] as const).every(
    (field) => columns.includes(field) || constants[field],
  );
  return isScored && !hasScale && QUESTION_FIELDS.some((field) => columns.includes(field));
}

/** The questions of a file in the order of its first rows, then those that a dry run met further down. */
export function askedQuestions(draft: ImportDraft): AskedQuestion[] {
  const found = new Map<string, Found>();
  for (const row of draft.preview.rows) {
    const { text, answer, metric } = cellsOf(draft, row);
    if (text === "" || answer === "") continue;
    const known = found.get(text) ?? { text, answers: [], metric, more: 0 };
    known.answers.push(answer);
    found.set(text, known);
  }
  for (const { text, count } of unreadQuestions(draft)) {
    const known = found.get(text) ?? { text, answers: [], metric: null, more: 0 };
    found.set(text, { ...known, more: count });
  }
  return [...found.values()].map((each) => askedQuestion(draft, each));
}

type Metric = Question["metric"] | null;
type Found = { text: string; answers: string[]; metric: Metric; more: number };

function askedQuestion(draft: ImportDraft, { text, answers, metric, more }: Found): AskedQuestion {
  const question = draft.questions[text] ?? questionOfMetric(draft, metric);
  const isOnlyScored = !draft.columns.includes("answer");
  const areNumbers = answers.length > 0 && answers.every((answer) => NUMBER.test(answer));
  return {
    text,
    count: more || answers.length,
    samples: [...new Set(answers)].slice(0, SAMPLES),
    question: question && metric ? { metric, ...question } : question,
    isOpen: question === undefined && (isOnlyScored || areNumbers),
    canBeWords: !isOnlyScored && metric === null,
    guess: question ? null : guessScale(text, answers),
  };
}

/** The scale that a metric has by itself, or by what the file says of it. */
function questionOfMetric({ kept }: ImportDraft, metric: Metric): Question | undefined {
  if (metric === "nps") return { metric };
  const scale = metric && kept.scales?.[metric];
  return scale ? { metric, scaleMin: scale.min, scaleMax: scale.max } : undefined;
}

function cellsOf({ columns, values, constants }: ImportDraft, row: readonly string[]) {
  const cell = (field: "question" | "questionExternalId" | "score" | "answer" | "metric") => {
    const text = (row[columns.indexOf(field)] ?? "").trim();
    return meaningsOf(values, field).get(valueKey(text)) ?? text;
  };
  const metric = readMetric(cell("metric") || (constants.metric ?? ""));
  return {
    text: cell("question") || cell("questionExternalId"),
    answer: cell("answer") || cell("score"),
    metric: "value" in metric ? metric.value : null,
  };
}

function unreadQuestions({ columns, preview, unread = [] }: ImportDraft) {
  const headers = QUESTION_FIELDS.flatMap((field) => {
    const header = preview.headers[columns.indexOf(field)];
    return header === undefined ? [] : [header.trim()];
  });
  return unread.filter(({ column }) => headers.includes(column));
}

/** The draft's questions with what is guessed of each one that is open. */
export function withGuesses(
  questions: ImportDraft["questions"],
  asked: readonly AskedQuestion[],
): ImportDraft["questions"] {
  const guessed = asked.flatMap(({ text, isOpen, guess }) =>
    isOpen && guess ? [[text, guess.question] as const] : [],
  );
  return { ...questions, ...Object.fromEntries(guessed) };
}
