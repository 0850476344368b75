import type { useTranslations } from "next-intl";
import { formatDay } from "#lib/format/format-day.ts";
import { formatMoney } from "#lib/format/format-money.ts";
import { DAY_FIELDS, MONEY_FIELDS } from "#lib/imports/field-shapes.ts";
import type { ColumnGuess } from "#lib/imports/guess-column.ts";
import { parseAmount } from "#lib/imports/parse-amount.ts";
import { parseDate } from "#lib/imports/parse-date.ts";
import { parseQuantity } from "#lib/imports/parse-quantity.ts";
import { readConsent } from "#lib/imports/read-consent.ts";
import type { DateFormat, DecimalSeparator, ImportField } from "#lib/imports/types.ts";
import type { ColumnSketch } from "./describe-columns.ts";
import { readAsWord } from "./field-options.ts";

type Words = ReturnType<typeof useTranslations<"imports">>;

/** What decides how cells are read: the file's currency, and what was answered about it. */
export type ReadAsContext = {
  currency: string;
  locale: string;
  answers: { dateFormat: DateFormat | null; decimalSeparator: DecimalSeparator | null };
};

export type ReadAs = {
  text: string;
  /** A cell, and what is read from it: "03.04.2026 → 3 Apr 2026" */
  example: string | null;
  /** Its cells do not look like what it becomes, or it is still asked how to read them */
  isDoubtful: boolean;
};

type DayGuess = { order: DateFormat | null; separator: string };

/** How the cells of a column are read, in words, with an example. */
export function readAsOf(
  sketch: ColumnSketch,
  field: ImportField | null,
  context: ReadAsContext,
  t: Words,
): ReadAs {
  const { guess, samples } = sketch;
  const text = textOf(guess, field, context, t);
  if (isKeptAsIs(field) || guess.type === "empty")
    return { text, example: null, isDoubtful: false };
  const isDoubtful = !samples.some((cell) => isReadable(cell, field, context));
  if (isDoubtful)
    return { text: t("looksLike", { type: guessWords(guess, t) }), example: null, isDoubtful };
  if (samples.some((cell) => isUndecided(cell, field, context)))
    return { text: t("dayUndecided"), example: null, isDoubtful: true };
  return { text, example: exampleOf(samples, field, context, t), isDoubtful };
}

/** Whether it is still asked if the day or the month comes first in a cell. */
function isUndecided(cell: string, field: ImportField, { answers }: ReadAsContext): boolean {
  if (!DAY_FIELDS.includes(field) || answers.dateFormat !== null) return false;
  return (
    !("value" in parseDate(cell)) &&
    (["dmy", "mdy"] as const).some((order) => "value" in parseDate(cell, order))
  );
}

function textOf(guess: ColumnGuess, field: ImportField | null, context: ReadAsContext, t: Words) {
  const { answers, currency } = context;
  if (isKeptAsIs(field)) return keptWords(guess, t);
  if (DAY_FIELDS.includes(field) && guess.type === "day")
    return dayWords({ ...guess, order: orderOf(guess, answers.dateFormat) }, t);
  if (MONEY_FIELDS.includes(field) && "mark" in guess)
    return `${currency}, ${markWords(answers.decimalSeparator ?? guess.mark, t)}`;
  if (field.startsWith("consent") && guess.type === "yesNo") return guessWords(guess, t);
  return t(readAsWord(field), { currency });
}

function keptWords(guess: ColumnGuess, t: Words): string {
  return guess.isPersonal ? t("mayBePersonal") : guessWords(guess, t);
}

/** An answer holds for days that could be written either way, whatever they look like. */
function orderOf({ order, separator }: DayGuess, answer: DateFormat | null): DateFormat | null {
  return order === "ymd" || separator === "." ? order : (answer ?? order);
}

/** Left out, or text that stays text. */
function isKeptAsIs(field: ImportField | null): field is null | `attributes.${string}` {
  return field === null || field.startsWith("attributes.");
}

function guessWords(guess: ColumnGuess, t: Words): string {
  switch (guess.type) {
    case "day":
      return dayWords(guess, t);
    case "decimal":
    case "money":
      return t(`type_${guess.type}`, { mark: markWords(guess.mark, t) });
    case "yesNo":
      return t("type_yesNo", { words: guess.words.join(", ") });
    default:
      return t(`type_${guess.type}`);
  }
}

const PARTS = {
  ymd: ["year", "month", "day"],
  dmy: ["day", "month", "year"],
  mdy: ["month", "day", "year"],
} as const;

function dayWords({ order, separator }: DayGuess, t: Words): string {
  if (order === null) return t("dayUndecided");
  return t("type_day", {
    order: PARTS[order].map((part) => t(`part_${part}`)).join(separator || " "),
  });
}

function markWords(mark: DecimalSeparator | null, t: Words): string {
  if (mark === null) return t("markUndecided");
  return t(mark === "," ? "mark_comma" : "mark_point");
}

/** Whether the import could read a cell as this field, one way or another. */
function isReadable(cell: string, field: ImportField, { currency }: ReadAsContext): boolean {
  if (DAY_FIELDS.includes(field))
    return (["dmy", "mdy"] as const).some((order) => "value" in parseDate(cell, order));
  if (field.startsWith("consent")) return readConsent(cell) !== null;
  if (MONEY_FIELDS.includes(field))
    return ([".", ","] as const).some((mark) => "value" in parseAmount(cell, currency, mark));
  switch (field) {
    case "quantity":
      return "value" in parseQuantity(cell);
    case "email":
    case "customerEmail":
      return cell.includes("@");
    case "phone":
      return /\d{3}/.test(cell) && !cell.includes("@");
    default:
      return true;
  }
}

function exampleOf(
  cells: readonly string[],
  field: ImportField,
  context: ReadAsContext,
  t: Words,
): string | null {
  const read = readerOf(field, context);
  if (!read) return null;
  for (const written of cells) {
    const cell = read(written);
    if (cell !== null) return t("exampleRead", { written, read: cell });
  }
  return null;
}

/** Reads a cell as the import will, for fields where that shows; null for a cell that cannot be read. */
function readerOf(field: ImportField, { currency, locale, answers }: ReadAsContext) {
  if (DAY_FIELDS.includes(field))
    return (cell: string) => {
      const day = parseDate(cell, answers.dateFormat ?? undefined);
      return "value" in day ? formatDay(day.value, locale) : null;
    };
  if (!MONEY_FIELDS.includes(field)) return null;
  return (cell: string) => {
    const amount = parseAmount(cell, currency, answers.decimalSeparator ?? undefined);
    return "value" in amount ? formatMoney(amount.value, currency, locale) : null;
  };
}
