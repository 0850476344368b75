import { constantFields } from "./constants.ts";
import { fieldWords } from "./field-words.ts";
import { missingFields } from "./import-fields.ts";
import { cleanHeader, matchHeader, normaliseHeader, placedNames } from "./match-headers.ts";
import { ownColumns } from "./own-exports.ts";
import type { ImportMapping } from "./schema.ts";
import type { ImportField, ImportKind } from "./types.ts";

const MAX_ATTRIBUTES = 200;
const HEADERS_QUOTED = 20;
const HEADER_QUOTED_LENGTH = 60;

/** The field of each column (null: left out) and, in words for a person, why the file cannot be read so. */
export interface ResolvedHeaders {
  columns: (ImportField | null)[];
  problems: string[];
}

/** Decides which column holds which field: by the mapping's columns if it names any, else by the headers. */
export function resolveHeaders(
  kind: ImportKind,
  headers: readonly string[],
  mapping?: ImportMapping,
): ResolvedHeaders {
  const names = headers.map(cleanHeader);
  if (names.every((name) => name === ""))
    return { columns: names.map(() => null), problems: ["The header row holds no headers."] };
  const own = ownColumns(kind, names);
  const mapped = Object.entries(mapping?.columns ?? {});
  const { columns, problems } =
    mapped.length > 0
      ? mapColumns(names, mapped)
      : byThemselves(
          names,
          names.map((name) => own.get(name) ?? (own.has(name) ? null : matchHeader(kind, name))),
        );
  problems.push(
    ...repeatedFields(mapped.length > 0 ? placedNames(names) : names, columns),
    ...tooManyAttributes(columns),
    ...filledTwice(columns, mapping),
    ...missing(kind, names, [...columns, ...constantFields(mapping?.constants)]),
  );
  return { columns, problems };
}

function byThemselves(names: string[], columns: (ImportField | null)[]): ResolvedHeaders {
  const used = new Set(names.filter((name, at) => name !== "" && columns[at]));
  const twice = repeated(names.filter((name) => used.has(name)));
  return { columns, problems: twice.map(toldApart) };
}

function mapColumns(names: string[], mapped: [string, ImportField][]): ResolvedHeaders {
  const columns: (ImportField | null)[] = names.map(() => null);
  const problems: string[] = [];
  const find = headerFinder(names);
  for (const [header, field] of mapped) {
    const [at, ...others] = find(cleanHeader(header));
    if (at === undefined) problems.push(`No column is called ${quote(header)}. ${found(names)}`);
    else if (others.length > 0) problems.push(toldApart(header));
    else if (columns[at]) problems.push(`The mapping names the column ${quote(header)} twice.`);
    else columns[at] = field;
  }
  return { columns, problems };
}

function toldApart(header: string): string {
  const [first, second] = [quote(`${header} (1)`), quote(`${header} (2)`)];
  return `Two columns are called ${quote(header)}. Rename one, or map only one: they are told apart as ${first} and ${second}.`;
}

/** Finds the columns of a name: as it is written, by its place among equal ones, or however it is spelt. */
function headerFinder(names: string[]): (header: string) => readonly number[] {
  const exact = placesBy(names, (name) => name);
  const placed = placesBy(placedNames(names), (name) => name);
  const loose = placesBy(names, normaliseHeader);
  return (header) =>
    exact.get(header) ??
    placed.get(header) ??
    loose.get(normaliseHeader(header) || " ")?.slice(0, 1) ??
    [];
}

function placesBy(names: string[], keyOf: (name: string) => string): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [at, name] of names.entries()) {
    const key = keyOf(name);
    const known = places.get(key);
    if (known) known.push(at);
    else places.set(key, [at]);
  }
  return places;
}

function repeatedFields(names: string[], columns: (ImportField | null)[]): string[] {
  const holders = new Map<ImportField, Set<string>>();
  for (const [at, field] of columns.entries())
    if (field) holders.set(field, (holders.get(field) ?? new Set()).add(names[at] ?? ""));
  return [...holders]
    .filter(([, headers]) => headers.size > 1)
    .map(([field, headers]) => {
      const list = [...headers].map(quote).join(" and ");
      return `${list} both look like ${fieldWords(field)}. Say in the mapping which one to use.`;
    });
}

function tooManyAttributes(columns: (ImportField | null)[]): string[] {
  const count = columns.filter((field) => field?.startsWith("attributes.")).length;
  if (count <= MAX_ATTRIBUTES) return [];
  return [
    `${count} columns would become attributes; at most ${MAX_ATTRIBUTES} can. Name the ones to keep in the mapping.`,
  ];
}

function filledTwice(columns: (ImportField | null)[], mapping?: ImportMapping): string[] {
  return constantFields(mapping?.constants)
    .filter((field) => columns.includes(field))
    .map((field) => `A column and a constant hold ${fieldWords(field)}. Choose one.`);
}

function missing(kind: ImportKind, names: string[], columns: (ImportField | null)[]): string[] {
  return missingFields(kind, columns).map(
    (group) => `No column holds ${group.map(fieldWords).join(" or ")}. ${found(names)}`,
  );
}

function found(names: string[]): string {
  const shown = names.filter((name) => name !== "").slice(0, HEADERS_QUOTED);
  const more = names.length > HEADERS_QUOTED ? ", …" : "";
  return `Found: ${shown.map(shorten).join(", ")}${more}.`;
}

function repeated(names: string[]): string[] {
  const seen = new Set<string>();
  return [...new Set(names.filter((name) => seen.has(name) || !seen.add(name)))];
}

function quote(header: string): string {
  return `"${shorten(header)}"`;
}

function shorten(header: string): string {
  return header.length > HEADER_QUOTED_LENGTH
    ? `${header.slice(0, HEADER_QUOTED_LENGTH)}…`
    : header;
}
