import {
  CUSTOMER_FIELDS,
  type ImportField,
  type ImportKind,
  ORDER_FIELDS,
} from "#lib/imports/types.ts";

/** Stands for "do not import" among the choices of a column. */
export const LEFT_OUT = "-";

/** The fields a column of this kind of file may become; customers can keep any column under its own name. */
export function fieldChoices(kind: ImportKind, header: string): ImportField[] {
  if (kind === "orders") return [...ORDER_FIELDS];
  return header === "" ? [...CUSTOMER_FIELDS] : [...CUSTOMER_FIELDS, attributeOf(header)];
}

const ATTRIBUTE_NAME_LENGTH = 60;

function attributeOf(header: string): ImportField {
  return `attributes.${header.slice(0, ATTRIBUTE_NAME_LENGTH).trim()}`;
}

/** The key of a field's words among the messages. */
export function fieldWord(field: ImportField) {
  return isAttribute(field) ? "field_attribute" : (`field_${field}` as const);
}

/** The key of the words about how a field's cells are read. */
export function readAsWord(field: ImportField) {
  return isAttribute(field) ? "readAs_attribute" : (`readAs_${field}` as const);
}

function isAttribute(field: ImportField): field is `attributes.${string}` {
  return field.startsWith("attributes.");
}
