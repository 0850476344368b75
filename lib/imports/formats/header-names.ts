import { cleanHeader, normaliseHeader } from "../match-headers.ts";
import type { ImportField } from "../types.ts";
import type { FileHead } from "./types.ts";

/** The first row as it is. */
export function firstRow(head: FileHead): string[] {
  return (head[0] ?? []).map(cleanHeader);
}

/** Whether the first row holds all of these headers, however they are spelt. */
export function hasHeaders(head: FileHead, names: readonly string[]): boolean {
  const present = new Set(firstRow(head).map(normaliseHeader));
  return names.every((name) => present.has(normaliseHeader(name)));
}

/** The field of each header that a table names; the first of its spellings that the file has holds the field. */
export function columnsFrom(
  headers: readonly string[],
  spellings: readonly (readonly [ImportField, ...string[]])[],
): Record<string, ImportField> {
  const columns: Record<string, ImportField> = {};
  for (const [field, ...names] of spellings) {
    const header = findHeader(headers, names);
    if (header !== undefined && !(header in columns)) columns[header] = field;
  }
  return columns;
}

function findHeader(headers: readonly string[], names: readonly string[]): string | undefined {
  for (const name of names) {
    const key = normaliseHeader(name);
    const found = headers.find((header) => normaliseHeader(header) === key);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Names made different from each other by a number behind those that come again. */
export function distinctNames(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}
