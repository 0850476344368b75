import type { PutRow } from "#lib/bulk/types.ts";
import { jsonPointer } from "#lib/format/json-pointer.ts";
import { plainIssue } from "#lib/format/plain-issue.ts";
import { type ApiItem, readItem } from "#lib/imports/index.ts";
import type { ImportRow } from "#lib/imports/types.ts";
import type { Resource } from "./resources.ts";
import type { ItemResult } from "./types.ts";

type Fault = { line: number; pointer: string; reason: string };
type Request = { resource: Resource; items: readonly unknown[]; base: "/items" | "" };
type Context = Parameters<typeof readItem>[3];

/** Items as rows, and what is wrong with those that are none. `line` is the place in the request, from 1. */
export type ReadItems = { rows: ImportRow[]; faults: Fault[] };

/** Check each item by its schema and by the rules of files; a number that comes twice is read the first time only. */
export function readItems({ resource, items }: Request, context: Context): ReadItems {
  const rows: ImportRow[] = [];
  const faults: Fault[] = [];
  const seen = new Set<string>();
  for (const [at, item] of items.entries()) {
    const line = at + 1;
    const read = readOne(resource, item, line, context);
    if ("faults" in read) faults.push(...read.faults);
    else if (seen.has(read.row.externalId)) faults.push({ line, ...REPEATED });
    else rows.push(read.row);
    if ("row" in read) seen.add(read.row.externalId);
  }
  return { rows, faults };
}

const REPEATED = { pointer: "/externalId", reason: "Same number as an earlier item." };

function readOne(
  { item: schema, name }: Resource,
  item: unknown,
  line: number,
  context: Context,
): { row: ImportRow } | { faults: Fault[] } {
  const checked = schema.safeParse(item, { error: plainIssue });
  if (!checked.success) {
    return {
      faults: checked.error.issues.map(({ path, message }) => ({
        line,
        pointer: jsonPointer(path),
        reason: message,
      })),
    };
  }
  // Every field of an item's schema is a text, a number, yes or no, or an object of them.
  const read = readItem(name, checked.data as ApiItem, line, context);
  return "row" in read ? read : { faults: read.faults.map((fault) => ({ line, ...fault })) };
}

/** What became of each item, in the order of the request. */
export function resultsOf(
  { items, base }: Request,
  { rows, faults }: ReadItems,
  written: readonly PutRow[],
): ItemResult[] {
  const putOf = new Map(written.map((row) => [row.externalId, row]));
  const rowOf = new Map(rows.map((row) => [row.line, row]));
  return items.map((item, index) => {
    const line = index + 1;
    const own = faults.filter((fault) => fault.line === line);
    const put = own.length === 0 ? putOf.get(rowOf.get(line)?.externalId ?? "") : undefined;
    if (put) return { index, ...put, errors: [] };
    const told = own.length > 0 ? own : [{ pointer: "", reason: REFUSED }];
    const at = base === "" ? "" : `${base}/${index}`;
    return {
      ...{ index, externalId: numberIn(item), outcome: "refused" as const, id: null },
      errors: told.map(({ pointer, reason }) => ({ pointer: `#${at}${pointer}`, detail: reason })),
    };
  });
}

const REFUSED = "The database refused this item with what is stored already.";

function numberIn(item: unknown): string | null {
  if (typeof item !== "object" || item === null || !("externalId" in item)) return null;
  return typeof item.externalId === "string" ? item.externalId.slice(0, 200) : null;
}

/** How many of each. */
export function countsOf(results: readonly ItemResult[]) {
  const counts = { created: 0, updated: 0, unchanged: 0, refused: 0 };
  for (const { outcome } of results) counts[outcome]++;
  return counts;
}
