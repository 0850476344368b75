import { CUSTOMER_FIELDS, type ImportField, type ImportKind, ORDER_FIELDS } from "./types.ts";

const ATTRIBUTE = /^attributes\.(?=\S).{0,59}\S$/su;

const PLAIN_FIELDS: Record<ImportKind, ReadonlySet<string>> = {
  customers: new Set(CUSTOMER_FIELDS),
  orders: new Set(ORDER_FIELDS),
};

/** For each kind of import, the fields it cannot do without: one of each group. */
export const REQUIRED_FIELDS: Record<ImportKind, readonly (readonly ImportField[])[]> = {
  customers: [["externalId"]],
  orders: [["customerExternalId"], ["orderedOn", "orderedAt"], ["amount"]],
};

/** Whether the text names a field of this kind of import; attribute names have 1 to 60 characters. */
export function isImportField(kind: ImportKind, text: string): text is ImportField {
  return PLAIN_FIELDS[kind].has(text) || (kind === "customers" && ATTRIBUTE.test(text));
}

/** The required groups of which `fields` holds none. */
export function missingFields(
  kind: ImportKind,
  fields: readonly (ImportField | null)[],
): (readonly ImportField[])[] {
  return REQUIRED_FIELDS[kind].filter((group) => !group.some((field) => fields.includes(field)));
}
