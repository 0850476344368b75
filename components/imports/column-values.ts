import { type ClosedWord, closedListOf } from "#lib/imports/closed-lists.ts";
import { isAnswer, questionOf } from "#lib/imports/import-fields.ts";
import { parseScore } from "#lib/imports/parse-number.ts";
import { valueKey } from "#lib/imports/row-cells.ts";
import type { ImportField } from "#lib/imports/types.ts";
import type { ImportDraft, Questions, ValueMaps } from "./import-draft.ts";
import type { FilePreview } from "./preview-file.ts";

/** A text of a column: how often the first rows hold it, and whether the import can read it. */
export type ColumnValue = { text: string; count: number; isRead: boolean };

/** More are not shown: who writes so many different ones does not choose among a few. */
export const MOST_VALUES = 60;

/** Words in which people write as they like, names, keys and days: nothing of theirs stands for something else. */
const UNMAPPED =
  /^(?:email|name|phone|comment|notes|description|resolution|subject|question)$|(?:ExternalId|Email|On|At)$|^(?:externalId|validFrom|amount|price|cost|unitPrice|refunded|returnOf|quantity|duration)$|^attributes\./;

/** Whether texts of this field's cells can be said to stand for something else. */
export function canMapValues(field: ImportField | null): field is ImportField {
  return field !== null && (isAnswer(field) || !UNMAPPED.test(field));
}

type ReadValues = {
  preview: Pick<FilePreview, "rows" | "headers">;
  unread?: ImportDraft["unread"];
};

/**
 * The different texts of a column, those first that cannot be read as its field, then the frequent ones: those of the first
 * rows, and those that a dry run met further down.
 */
export function columnValues(
  { preview: { rows, headers }, unread = [] }: ReadValues,
  at: number,
  isRead: (text: string) => boolean,
): ColumnValue[] {
  const found = new Map<string, ColumnValue>();
  for (const { column, text, count } of unread)
    if (column === headers[at]?.trim())
      found.set(valueKey(text), { text, count, isRead: isRead(text) });
  const isCounted = new Set(found.keys());
  for (const row of rows) {
    const text = (row[at] ?? "").trim();
    if (text === "") continue;
    if (isCounted.has(valueKey(text))) continue;
    const value = found.get(valueKey(text)) ?? { text, count: 0, isRead: isRead(text) };
    value.count++;
    found.set(valueKey(text), value);
  }
  return [...found.values()].toSorted(
    (one, other) => Number(one.isRead) - Number(other.isRead) || other.count - one.count,
  );
}

/** What the texts of a field stand for, by their key. */
export function meaningsOf(values: ValueMaps, field: ImportField): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(values[field] ?? {}).map(([text, meaning]) => [valueKey(text), meaning]),
  );
}

export type Question = Questions[string];

/** Makes a test whether a text can be read as a field, with what it stands for. */
export function valueTest(
  field: ImportField,
  meanings: ReadonlyMap<string, string>,
  question: Question | undefined,
): (text: string) => boolean {
  const isRead = fieldTest(field, question);
  return (text) => {
    const meaning = meanings.get(valueKey(text)) ?? text;
    return meaning === "" || isRead(meaning);
  };
}

function fieldTest(field: ImportField, question: Question | undefined): (text: string) => boolean {
  const list = closedListOf(field);
  if (list) return list.isKnown;
  if (isAnswer(field)) return question ? scoreTest(question) : () => true;
  if (field === "score") return question ? scoreTest(question) : isScore;
  if (field === "scaleMin" || field === "scaleMax") return isScore;
  return () => true;
}

function isScore(text: string): boolean {
  return "value" in parseScore(text);
}

function scoreTest(question: Question): (text: string) => boolean {
  const { min, max } = scaleOf(question);
  return (text) => {
    const score = parseScore(text);
    return "value" in score && score.value >= min && score.value <= max;
  };
}

/** The ends of a question's scale; NPS is asked from 0 to 10 only. */
export function scaleOf({ metric, scaleMin, scaleMax }: Question): { min: number; max: number } {
  const isNps = metric === "nps";
  return {
    min: scaleMin ?? (isNps ? 0 : Number.NEGATIVE_INFINITY),
    max: scaleMax ?? (isNps ? 10 : Number.POSITIVE_INFINITY),
  };
}

/** Whether the answers of a question without a scale are numbers, which are then kept as words. */
export function areBareNumbers(
  field: ImportField | null,
  questions: Questions,
  values: readonly string[],
  meanings: ReadonlyMap<string, string>,
): boolean {
  if (!isAnswer(field) || questions[questionOf(field)]) return false;
  const read = values.map((text) => meanings.get(valueKey(text)) ?? text).filter(Boolean);
  return read.length > 0 && read.every(isScore);
}

/** The words a field knows, or null where anything can be typed. */
export function wordsOf(field: ImportField): readonly ClosedWord[] | null {
  return closedListOf(field)?.words ?? null;
}
