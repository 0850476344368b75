import { FIELDS_OF, isAnswer } from "#lib/imports/import-fields.ts";
import type { ImportField, ImportKind } from "#lib/imports/types.ts";

/** Stands for "do not import" among the choices of a column. */
export const LEFT_OUT = "-";

/** The fields a column of this kind of file may become: customers can keep any column, surveys make answers of them. */
export function fieldChoices(kind: ImportKind, header: string): ImportField[] {
  return [...FIELDS_OF[kind], ...ownField(kind, header)];
}

const ATTRIBUTE_NAME_LENGTH = 60;
const QUESTION_LENGTH = 500;

function ownField(kind: ImportKind, header: string): ImportField[] {
  if (header === "") return [];
  if (kind === "customers") return [`attributes.${header.slice(0, ATTRIBUTE_NAME_LENGTH).trim()}`];
  return kind === "signals" ? [answerField(header)] : [];
}

/** The field of a column that holds the answers to its header. */
export function answerField(header: string): `answers.${string}` {
  return `answers.${header.trim().slice(0, QUESTION_LENGTH).trim()}`;
}

/** The key of a field's words among the messages. */
export function fieldWord(field: ImportField) {
  if (isAnswer(field)) return "field_ownAnswer";
  return isAttribute(field) ? "field_attribute" : (`field_${field}` as const);
}

/** The key of the words about how a field's cells are read. */
export function readAsWord(field: ImportField) {
  return isAttribute(field) || isAnswer(field) ? "readAs_attribute" : (`readAs_${field}` as const);
}

function isAttribute(field: ImportField): field is `attributes.${string}` {
  return field.startsWith("attributes.");
}
