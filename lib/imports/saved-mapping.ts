import { cleanHeader } from "./match-headers.ts";
import type { ImportMapping } from "./schema.ts";
import type { ImportKind } from "./types.ts";

/** A mapping that files with these headers had last. `usedAt` is ISO 8601. */
export type SavedMapping = {
  id: string;
  kind: ImportKind;
  /** The source whose files had it; null where nobody knows */
  source: string | null;
  headers: string[];
  mapping: ImportMapping;
  fileName: string;
  usedAt: string;
};

/** Wider files are not remembered. */
export const MOST_HEADERS_REMEMBERED = 500;

/** The headers of a file whatever their order: equal for files that one mapping fits. */
export function headerKey(headers: readonly string[]): string {
  return headers.map(cleanHeader).toSorted().join("\n");
}

/** What is worth remembering of a mapping; null when nothing is. How a file is encoded is its own affair. */
export function memorable(mapping: ImportMapping): ImportMapping | null {
  const { encoding: _, delimiter: __, sheet: ___, ...kept } = mapping;
  const { columns, constants = {}, ...rest } = kept;
  const isEmpty = [columns, constants, rest].every((part) => Object.keys(part).length === 0);
  return isEmpty ? null : kept;
}
