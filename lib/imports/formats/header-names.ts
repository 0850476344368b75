import { cleanHeader, normaliseHeader } from "../match-headers.ts";
import type { ImportMapping } from "../schema.ts";
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

type KnownColumns = Required<Pick<ImportMapping, "columns" | "fallbacks">>;

/**
 * The field of each header that a table names. The first of its spellings that the file has holds the field; the others
 * say it in rows where that one is empty.
 */
export function columnsFrom(
  headers: readonly string[],
  spellings: readonly (readonly [ImportField, ...string[]])[],
): KnownColumns {
  const columns: KnownColumns["columns"] = {};
  const fallbacks: KnownColumns["fallbacks"] = {};
  for (const [field, ...names] of spellings) {
    const [first, ...others] = findHeaders(headers, names);
    if (first === undefined || first in columns) continue;
    columns[first] = field;
    if (others.length > 0) fallbacks[field] = others;
  }
  return { columns, fallbacks };
}

function findHeaders(headers: readonly string[], names: readonly string[]): string[] {
  const found = names.flatMap((name) => {
    const key = normaliseHeader(name);
    return headers.find((header) => normaliseHeader(header) === key) ?? [];
  });
  return [...new Set(found)];
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
