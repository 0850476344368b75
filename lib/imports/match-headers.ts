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

/** Headers of which equal ones are told apart by their place: "score (1)", "score (2)". Empty ones stay so. */
export function placedNames(headers: readonly string[]): string[] {
  const names = headers.map(cleanHeader);
  const taken = new Set(names);
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const numbers = new Map<string, number>();
  return names.map((name) => {
    if (name === "" || counts.get(name) === 1) return name;
    let number = (numbers.get(name) ?? 0) + 1;
    while (taken.has(`${name} (${number})`)) number++;
    numbers.set(name, number);
    return `${name} (${number})`;
  });
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
