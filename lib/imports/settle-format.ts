import type { CsvBatch } from "#lib/csv/index.ts";
import { ambiguousDay, likelyOrder, speaksAgainst } from "./date-evidence.ts";
import { cellsOf, DAY_FIELDS, withFallbacks } from "./field-shapes.ts";
import { laidOver, withoutStatements, withStatements } from "./formats/file-statements.ts";
import { readAsFormat } from "./formats/recognise-format.ts";
import type { FileHead } from "./formats/types.ts";
import { isAnswer } from "./import-fields.ts";
import { memorable } from "./saved-mapping.ts";
import type { ImportMapping } from "./schema.ts";
import { tellingRows } from "./telling-rows.ts";
import type { ImportField, ImportKind } from "./types.ts";

/** A file whose headers are matched to fields. */
export type Matched = {
  headers: readonly string[];
  columns: readonly (ImportField | null)[];
  mapping: ImportMapping | undefined;
  /** What somebody said of an export that is known, without its columns */
  overlay?: ImportMapping;
  isRemembered: boolean;
  /** Rows behind the headers that describe columns */
  labelRows: number;
  /** Its first rows, that of the headers included */
  head: FileHead;
};

/** What somebody chose, to be remembered; undefined where the file said it all. */
export type Settled = Omit<Matched, "head" | "overlay"> & { chosen: ImportMapping | undefined };

type Surroundings = {
  kind: ImportKind;
  /** Whether the mapping came with the file */
  isGiven: boolean;
  /** All rows of the file, its headers included */
  readAll: () => AsyncGenerator<CsvBatch>;
};

/**
 * The mapping of an export of another program with what the whole file says of itself: on which scales its questions were
 * answered, and in which order its days are written. A failure where that can be read two ways and nothing says which.
 */
export async function settleFormat(
  { head, overlay, ...matched }: Matched,
  { kind, isGiven, readAll }: Surroundings,
): Promise<Settled | { failure: string }> {
  const { mapping, headers, labelRows } = matched;
  if (!mapping?.format) return { ...matched, chosen: mapping };
  const columns = withFallbacks(matched.columns, headers, mapping.fallbacks);
  const isWhole = isGiven && !overlay;
  const isOrderGiven = overlay?.dateFormat ? true : isWhole;
  const isToldByAll = !isWhole && kind === "signals";
  const telling =
    isToldByAll || isOpen(mapping, dayCells(head.slice(1 + labelRows), columns), isOrderGiven)
      ? await tellingRows(readAll(), placesOf(columns), 1 + labelRows)
      : [];
  const rows = [...head, ...telling];
  const reading = readAsFormat(mapping.format, rows)?.readings[kind] ?? mapping;
  const { said, chosen } = saidOf({ ...matched, mapping, overlay, isWhole }, reading);
  const days = dayCells(rows.slice(1 + labelRows), columns);
  const settled = withOrder(said, days, isOrderGiven);
  if ("failure" in settled) return settled;
  const rest = chosen && withoutStatements(chosen, reading);
  return { ...matched, mapping: settled, chosen: rest };
}

type Choice = { mapping: ImportMapping; isRemembered: boolean; isWhole: boolean };

/** What is said of a file by somebody and by itself, and of that what somebody chose. */
function saidOf(
  { mapping, overlay, isRemembered, isWhole }: Choice & { overlay: ImportMapping | undefined },
  reading: ImportMapping,
): { said: ImportMapping; chosen: ImportMapping | undefined } {
  if (overlay && !isRemembered) {
    const said = laidOver(overlay, reading);
    // How a file is encoded is no choice for the next one.
    return { said, chosen: memorable(overlay) ? said : undefined };
  }
  const chosen = isWhole || isRemembered ? mapping : undefined;
  return { said: isWhole ? mapping : statedBy(reading, chosen), chosen };
}

/** Whether the first days can be read two ways, and nothing says which. */
function isOpen(mapping: ImportMapping, days: readonly string[], isGiven: boolean): boolean {
  return orderSaid(mapping, days, isGiven) === null && ambiguousDay(days) !== undefined;
}

function statedBy(reading: ImportMapping, chosen: ImportMapping | undefined): ImportMapping {
  return chosen ? withStatements(chosen, reading) : reading;
}

function dayCells(rows: FileHead, columns: Matched["columns"]): string[] {
  return cellsOf(rows, columns, DAY_FIELDS);
}

/** The order of day and month that is said of the file, unless its days speak against it; null for none. */
function orderSaid({ dateFormat }: ImportMapping, days: readonly string[], isGiven: boolean) {
  if (dateFormat === undefined || dateFormat === "ymd") return null;
  return !isGiven && speaksAgainst(days, dateFormat) ? null : dateFormat;
}

function withOrder(
  mapping: ImportMapping,
  days: readonly string[],
  isGiven: boolean,
): ImportMapping | { failure: string } {
  if (orderSaid(mapping, days, isGiven) !== null) return mapping;
  const order = likelyOrder(days);
  if (order !== null) return { ...mapping, dateFormat: order };
  const example = ambiguousDay(days);
  return example === undefined ? mapping : { failure: twoWays(example) };
}

function twoWays(example: string): string {
  return `The days of this file can be read two ways, such as ${example}, and no row shows which. Say it with dateFormat: dmy for day/month or mdy for month/day.`;
}

function placesOf(columns: Matched["columns"]) {
  const placesWith = (fits: (field: ImportField) => boolean) =>
    columns.flatMap((field, at) => (field !== null && fits(field) ? [at] : []));
  return {
    answers: placesWith((field) => isAnswer(field) || field === "answer" || field === "score"),
    days: placesWith((field) => DAY_FIELDS.includes(field)),
    question: columns.indexOf("question"),
  };
}
