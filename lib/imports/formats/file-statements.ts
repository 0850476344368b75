import type { ImportMapping } from "../schema.ts";
import type { ImportField } from "../types.ts";

type Fallbacks = NonNullable<ImportMapping["fallbacks"]>;

/** What an earlier file was told, with what this one says of itself where that was nobody's choice. */
export function withStatements(mapping: ImportMapping, reading: ImportMapping): ImportMapping {
  const { timeZone, dateFormat, decimalSeparator } = reading;
  const questions = { ...reading.questions, ...mapping.questions };
  const fallbacks = { ...keptFallbacks(reading, mapping.columns), ...mapping.fallbacks };
  return {
    ...(timeZone ? { timeZone } : {}),
    ...(dateFormat ? { dateFormat } : {}),
    ...(decimalSeparator ? { decimalSeparator } : {}),
    ...mapping,
    ...(isFilled(questions) ? { questions } : {}),
    ...(isFilled(fallbacks) ? { fallbacks } : {}),
  };
}

/** What an export says of itself, with what somebody said of this one instead; its columns stay. */
export function laidOver(given: ImportMapping, reading: ImportMapping): ImportMapping {
  return {
    ...reading,
    ...given,
    columns: reading.columns,
    ...(reading.constants ? { constants: { ...reading.constants, ...given.constants } } : {}),
    ...(reading.fallbacks ? { fallbacks: { ...reading.fallbacks, ...given.fallbacks } } : {}),
    ...(reading.values ? { values: { ...reading.values, ...given.values } } : {}),
    ...(reading.questions ? { questions: { ...reading.questions, ...given.questions } } : {}),
    ...(reading.scales ? { scales: { ...reading.scales, ...given.scales } } : {}),
  };
}

/** Columns stand in for others where those hold what they usually hold. */
function keptFallbacks(reading: ImportMapping, columns: ImportMapping["columns"]): Fallbacks {
  const isHeld = (field: string) =>
    Object.keys(reading.columns).some(
      (header) => reading.columns[header] === field && columns[header] === field,
    );
  // The fields of a reading are fields; Object.entries forgets it.
  const entries = Object.entries(reading.fallbacks ?? {}) as [ImportField, string[]][];
  return Object.fromEntries(entries.filter(([field]) => isHeld(field)));
}

/** A mapping without what its file said of itself: only what somebody chose holds for the next one too. */
export function withoutStatements(mapping: ImportMapping, reading: ImportMapping): ImportMapping {
  const {
    timeZone,
    dateFormat,
    decimalSeparator,
    questions = {},
    fallbacks = {},
    ...kept
  } = mapping;
  const chosen = {
    questions: differing(questions, reading.questions),
    fallbacks: differing(fallbacks, reading.fallbacks),
  };
  return {
    ...kept,
    ...(timeZone && timeZone !== reading.timeZone ? { timeZone } : {}),
    ...(dateFormat && dateFormat !== reading.dateFormat ? { dateFormat } : {}),
    ...(decimalSeparator && decimalSeparator !== reading.decimalSeparator
      ? { decimalSeparator }
      : {}),
    ...(isFilled(chosen.questions) ? { questions: chosen.questions } : {}),
    ...(isFilled(chosen.fallbacks) ? { fallbacks: chosen.fallbacks } : {}),
  };
}

function differing<Table extends Readonly<Record<string, unknown>>>(
  table: Table,
  other: Readonly<Record<string, unknown>> = {},
): Table {
  const entries = Object.entries(table).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(other[key]),
  );
  // Some of the entries of a table are a table of its kind.
  return Object.fromEntries(entries) as Table;
}

function isFilled(table: object): boolean {
  return Object.keys(table).length > 0;
}
