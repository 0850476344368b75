import type { useTranslations } from "next-intl";
import { formatNumber } from "#lib/format/format-number.ts";
import { withFallbacks } from "#lib/imports/field-shapes.ts";
import { isAnswer } from "#lib/imports/import-fields.ts";
import type { ImportField } from "#lib/imports/types.ts";
import { asksForScale, questionIn } from "./column-question.ts";
import {
  areBareNumbers,
  type ColumnValue,
  canMapValues,
  columnValues,
  meaningsOf,
  type Question,
  scaleOf,
  valueTest,
} from "./column-values.ts";
import type { ColumnSketch } from "./describe-columns.ts";
import type { ImportDraft } from "./import-draft.ts";
import { type ReadAs, type ReadAsContext, readAsOf } from "./read-as.ts";

type Words = ReturnType<typeof useTranslations<"imports">>;

/** How the cells of a column are read, and what its editor is opened for; null where there is nothing to say of it. */
export type ColumnState = {
  reading: ReadAs;
  edit: { label: string } | null;
  /** It is no field's own, and fills another column's gaps. */
  isStandIn?: true;
};

/** The state of each column of a draft. */
export function columnStates(
  draft: ImportDraft,
  sketches: readonly ColumnSketch[],
  context: ReadAsContext,
  t: Words,
): ColumnState[] {
  const standIns = standInsOf(draft, t);
  return sketches.map((sketch, at) => {
    const field = draft.columns[at] ?? null;
    const standIn = standIns.get(at);
    if (standIn) return { reading: standIn, edit: null, isStandIn: true };
    const usual = readAsOf(sketch, field, context, t);
    return canMapValues(field)
      ? stateOf(draft, { at, field, usual, locale: context.locale }, t)
      : { reading: usual, edit: null };
  });
}

/** The columns that fill a field where the field's own is empty. */
function standInsOf({ kept, columns, preview }: ImportDraft, t: Words): Map<number, ReadAs> {
  const { headers } = preview;
  const held = withFallbacks(columns, headers, kept.fallbacks);
  return new Map(
    [...held.entries()].flatMap(([at, field]) =>
      field === null || columns[at] !== null
        ? []
        : [[at, plain(t("standsIn", { header: headers[columns.indexOf(field)] ?? "" }))] as const],
    ),
  );
}

type MappableColumn = { at: number; field: ImportField; usual: ReadAs; locale: string };

function stateOf(draft: ImportDraft, { at, field, ...column }: MappableColumn, t: Words) {
  const meanings = meaningsOf(draft.values, field);
  const question = questionIn(draft, field);
  const values = columnValues(draft, at, valueTest(field, meanings, question));
  const unread = values.filter(({ isRead }) => !isRead).length;
  if (unread > 0) return toMap(unread, values, t);
  const texts = values.map(({ text }) => text);
  if (areBareNumbers(field, draft.questions, texts, meanings)) return toScale("keptAsText", t);
  if (asksForScale(draft, field)) {
    if (!question && !isAnswer(field)) return toScale("scoreNeedsScale", t);
    const reading = plain(questionWords(question, column.locale, t));
    return { reading, edit: { label: t("changeScale") } };
  }
  const count = meanings.size;
  const reading = count > 0 ? plain(t("valuesMapped", { count })) : column.usual;
  return { reading, edit: { label: t("mapValues") } };
}

function toScale(why: "keptAsText" | "scoreNeedsScale", t: Words): ColumnState {
  return { reading: doubtful(t(why)), edit: { label: t("sayScale") } };
}

function toMap(unread: number, values: readonly ColumnValue[], t: Words): ColumnState {
  const text = t("valuesRead", { read: values.length - unread, total: values.length });
  return { reading: doubtful(text), edit: { label: t("mapSome", { count: unread }) } };
}

function doubtful(text: string): ReadAs {
  return { text, example: null, isDoubtful: true };
}

function plain(text: string): ReadAs {
  return { text, example: null, isDoubtful: false };
}

/** On which scale a question is answered: "CSAT, 1 to 5". */
export function questionWords(question: Question | undefined, locale: string, t: Words): string {
  if (!question) return t("asked_words");
  const { min, max } = scaleOf(question);
  return t("askedOn", {
    what: t(`asked_${question.metric ?? "score"}`),
    min: formatNumber(min, locale),
    max: formatNumber(max, locale),
    isLowGood: String(question.higherIsBetter === false),
  });
}
