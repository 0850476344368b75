import { cellsOf, DAY_FIELDS, MONEY_FIELDS } from "#lib/imports/field-shapes.ts";
import { parseAmount } from "#lib/imports/parse-amount.ts";
import { parseDate } from "#lib/imports/parse-date.ts";
import type { DateFormat, DecimalSeparator, ImportField, Parsed } from "#lib/imports/types.ts";

/** A cell that cannot be read without an answer, and the way the other rows speak for (null: none does). */
export type Doubt<Answer> = { example: string; suggested: Answer | null };

/** Whether days and months can be told apart in these rows; null when there is nothing to ask. */
export function dateDoubt(
  rows: readonly (readonly string[])[],
  columns: readonly (ImportField | null)[],
): Doubt<DateFormat> | null {
  const cells = cellsOf(rows, columns, DAY_FIELDS);
  return doubtIn(cells, ["dmy", "mdy"], (cell, format) => parseDate(cell, format));
}

/** Whether a mark before three digits parts thousands or decimals; null when there is nothing to ask. */
export function decimalDoubt(
  rows: readonly (readonly string[])[],
  columns: readonly (ImportField | null)[],
  currency: string,
): Doubt<DecimalSeparator> | null {
  const cells = cellsOf(rows, columns, MONEY_FIELDS);
  return doubtIn(cells, [".", ","], (cell, mark) => parseAmount(cell, currency, mark));
}

function doubtIn<Answer>(
  cells: readonly string[],
  answers: readonly [Answer, Answer],
  read: (cell: string, answer?: Answer) => Parsed<unknown>,
): Doubt<Answer> | null {
  const example = cells.find(
    (cell) => !isRead(read(cell)) && answers.some((answer) => isRead(read(cell, answer))),
  );
  if (example === undefined) return null;
  const [a, b] = answers.map((answer) => cells.filter((cell) => isRead(read(cell, answer))).length);
  if (a === undefined || b === undefined || a === b) return { example, suggested: null };
  return { example, suggested: answers[a > b ? 0 : 1] };
}

function isRead(parsed: Parsed<unknown>): boolean {
  return "value" in parsed;
}
