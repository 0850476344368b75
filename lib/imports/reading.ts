import { z } from "zod";
import type { CsvDialect } from "#lib/csv/types.ts";
import { ImportMapping } from "./schema.ts";
import type { ImportField } from "./types.ts";

/** Columns of a very wide file are not all kept: a page could not show them. */
const MOST_COLUMNS = 300;

/** How a file was read: what the mapping said, and what was told from the file. */
export const ImportReading = ImportMapping.omit({ columns: true }).extend({
  columns: z.array(z.object({ header: z.string(), field: z.string().nullable() })),
  /** false when columns were left out of this list */
  isWhole: z.boolean(),
  /** Whether the mapping came from an earlier import of such a file */
  isRemembered: z.boolean(),
});
export type ImportReading = z.infer<typeof ImportReading>;

export type ReadingFacts = {
  dialect: CsvDialect;
  headers: readonly string[];
  columns: readonly (ImportField | null)[];
  mapping: ImportMapping | undefined;
  isRemembered: boolean;
};

/** What is stored of how a file was read. */
export function readingOf(facts: ReadingFacts): ImportReading {
  const { columns: _, ...mapping } = facts.mapping ?? { columns: {} };
  return {
    ...mapping,
    ...facts.dialect,
    columns: facts.headers
      .slice(0, MOST_COLUMNS)
      .map((header, at) => ({ header: header.trim(), field: facts.columns[at] ?? null })),
    isWhole: facts.headers.length <= MOST_COLUMNS,
    isRemembered: facts.isRemembered,
  };
}
