import { type ColumnGuess, guessColumn } from "#lib/imports/guess-column.ts";
import { placedNames } from "#lib/imports/match-headers.ts";
import type { FilePreview } from "./preview-file.ts";

const SAMPLES = 2;

/** What the first rows tell about one column. */
export type ColumnSketch = {
  header: string;
  /** The first two different values */
  samples: string[];
  /** Share of these rows that hold something, 0..1; null without rows */
  filledShare: number | null;
  guess: ColumnGuess;
};

/** One sketch per column of the file. */
export function describeColumns({ headers, rows }: FilePreview): ColumnSketch[] {
  const names = placedNames(headers);
  return headers.map((header, at) => {
    const values = rows.map((row) => (row[at] ?? "").trim()).filter((value) => value !== "");
    return {
      header: names[at] ?? "",
      samples: [...new Set(values)].slice(0, SAMPLES),
      filledShare: rows.length === 0 ? null : values.length / rows.length,
      guess: guessColumn(header, values),
    };
  });
}
