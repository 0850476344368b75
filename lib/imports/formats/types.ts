import type { ImportMapping } from "../schema.ts";
import type { ImportKind } from "../types.ts";
import type { FormatName } from "./format-names.ts";
import type { LeftOut } from "./left-out.ts";
import type { Tidied } from "./tidied.ts";

/** The first rows of a file as cells, its header rows included. */
export type FileHead = readonly (readonly string[])[];

/** What a format knows of a file: under effective headers, and the rows of data that were looked at. */
export type FormatSample = { headers: readonly string[]; rows: FileHead; head: FileHead };

export type FormatReading = Omit<ImportMapping, "format">;

/** An export of another program. */
export type ExportFormat = {
  name: FormatName;
  /** What the source of such files is called until somebody says otherwise */
  source: string;
  /** Whether these are the first rows of such a file */
  fits: (head: FileHead) => boolean;
  /** Rows between the first header row and the data */
  labelRows: number;
  /** One name for each column, from all header rows */
  headersOf: (head: FileHead) => string[];
  /** What marks rows that are none of a kind, such as previews of a survey */
  leftOut?: Partial<Record<ImportKind, readonly LeftOut[]>>;
  /** What it writes in two ways, and means the same */
  tidied?: readonly Tidied[];
  /** The kinds of import it can be, the usual one first, and how it is read as each */
  readings: Partial<Record<ImportKind, (sample: FormatSample) => FormatReading>>;
};
