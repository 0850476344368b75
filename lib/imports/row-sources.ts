import { nameKey, tidyName } from "#lib/format/name-key.ts";
import type { ImportRow, Reject } from "./types.ts";

/** The name of the source that a row belongs to; "" for the one of its file. */
export type RowSource = (cells: readonly string[]) => string;

/** What a file of ours says of whose its rows are. */
export type RowSources = {
  sourceOf?: RowSource;
  /** That of the first row that names one */
  firstSource?: string;
};

const LONGEST_NAME = 120;

/** Why no source can have the name that a row says; null where one can. */
export function sourceFault(name: string): Omit<Reject, "line"> | null {
  const reason = faultOf(tidyName(name));
  return reason === null ? null : { column: "source", value: name.slice(0, 200), reason };
}

function faultOf(name: string): string | null {
  if (/\p{Cc}/u.test(name)) return "Holds an invisible control character. Remove it.";
  return name.length > LONGEST_NAME ? `Longer than ${LONGEST_NAME} characters.` : null;
}

/** Rows by the source that they name: numbers are unique within one. "" is the source of the file. */
export function rowsBySource(
  rows: readonly ImportRow[],
): ReadonlyMap<string, readonly ImportRow[]> {
  const groups = new Map<string, ImportRow[]>();
  for (const row of rows) {
    const key = sourceKey(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** How the source of a row is found among those of its file. */
export function sourceKey({ sourceName = "" }: Pick<ImportRow, "sourceName">): string {
  return nameKey(sourceName);
}
