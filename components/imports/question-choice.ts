import { METRICS, type Metric } from "#lib/signals/types.ts";
import type { Question } from "./column-values.ts";

/** What a question asks for: words, a score of no named kind, or one of the metrics. */
export const ASKED = ["words", ...METRICS, "score"] as const;
export type Asked = (typeof ASKED)[number];

/** A question as it is being edited: numbers as they are typed. */
export type QuestionChoice = {
  asked: Asked;
  min: string;
  max: string;
  higherIsBetter: boolean;
};

/** The scale that most use for a metric, to begin with. */
const USUAL: Readonly<Record<Asked, readonly [min: string, max: string]>> = {
  words: ["", ""],
  nps: ["0", "10"],
  csat: ["1", "5"],
  ces: ["1", "7"],
  rating: ["1", "5"],
  score: ["", ""],
};

/** A question as it is known, to be edited; `unknown` is what it is where nothing is known of it. */
export function choiceOfQuestion(
  question: Question | undefined,
  unknown: "words" | "score" = "words",
): QuestionChoice {
  if (!question) return { asked: unknown, min: "", max: "", higherIsBetter: true };
  const asked = question.metric ?? "score";
  const [min, max] = USUAL[asked];
  return {
    asked,
    min: String(question.scaleMin ?? min),
    max: String(question.scaleMax ?? max),
    higherIsBetter: question.higherIsBetter ?? true,
  };
}

/** The choice with the scale that is usual for what is asked now. */
export function askFor(choice: QuestionChoice, asked: Asked): QuestionChoice {
  const [min, max] = USUAL[asked];
  return { ...choice, asked, min, max };
}

/** Whether the ends of the scale are its own to say. */
export function hasOwnScale({ asked }: QuestionChoice): boolean {
  return asked !== "words" && asked !== "nps";
}

/** What the mapping says of the question; undefined for words, null while its scale cannot be read. */
export function questionOfChoice(choice: QuestionChoice): Question | undefined | null {
  const { asked, higherIsBetter } = choice;
  if (asked === "words") return undefined;
  if (asked === "nps") return { metric: "nps" };
  const [scaleMin, scaleMax] = [numberOf(choice.min), numberOf(choice.max)];
  if (scaleMin === null || scaleMax === null || scaleMin >= scaleMax) return null;
  const metric: Metric | null = asked === "score" ? null : asked;
  return {
    ...(metric ? { metric } : {}),
    ...{ scaleMin, scaleMax },
    ...(higherIsBetter ? {} : { higherIsBetter }),
  };
}

function numberOf(typed: string): number | null {
  const text = typed.trim().replace("−", "-").replace(",", ".");
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : null;
}
