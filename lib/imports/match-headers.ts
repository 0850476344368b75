import { SYNONYMS } from "./synonyms.ts";
import { IMPORT_KINDS, type ImportField, type ImportKind } from "./types.ts";

const ATTRIBUTE_NAME_LENGTH = 60;

const FIELD_BY_WORD: ReadonlyMap<ImportKind, ReadonlyMap<string, ImportField>> = new Map(
  IMPORT_KINDS.map((kind) => [kind, fieldByWord(kind)]),
);

/** The header without what spelling adds: case, accents, spaces, signs and the mark of UTF-8 files. */
export function normaliseHeader(header: string): string {
  const spelled = header.normalize("NFKD").toLowerCase().replaceAll("#", "no");
  return spelled.replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** The header as people read it: without the mark of UTF-8 files and outer spaces. */
export function cleanHeader(header: string): string {
  return header.replace(/^\uFEFF/, "").trim();
}

/**
 * The field that a header names by itself. Customers keep every other column as an attribute;
 * of other kinds, other columns are left out (null).
 */
export function matchHeader(kind: ImportKind, header: string): ImportField | null {
  const known = FIELD_BY_WORD.get(kind)?.get(normaliseHeader(header));
  if (known) return known;
  const name = cleanHeader(header).slice(0, ATTRIBUTE_NAME_LENGTH).trim();
  return kind === "customers" && name !== "" ? `attributes.${name}` : null;
}

function fieldByWord(kind: ImportKind): ReadonlyMap<string, ImportField> {
  const words = new Map<string, ImportField>();
  for (const [field, synonyms = ""] of Object.entries(SYNONYMS[kind]))
    for (const word of synonyms.split(" ")) words.set(word, asField(field));
  return words;
}

// Object.entries forgets that the keys of the table are fields.
function asField(key: string): ImportField {
  return key as ImportField;
}
