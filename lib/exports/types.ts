/** The formats that every list can be taken away in. */
export const EXPORT_FORMATS = ["csv", "xlsx", "json"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** null is an empty cell. Days YYYY-MM-DD, instants ISO 8601 in UTC, amounts decimal numbers as text. */
export type ExportCell = string | number | boolean | null;
export type ExportRow = readonly ExportCell[];

/** The filters in force by the names they have in the address, as a list asks for them. */
export type ExportFilters = readonly (readonly [name: string, value: string])[];

/** A list on its way into a file. */
export type ListFile = {
  /** The first part of the file's name, without its ending */
  name: string;
  /** Stable names, in order */
  columns: readonly string[];
  /** Columns of amounts, which come as text and are numbers in a sheet */
  amounts?: readonly string[];
  filters: ExportFilters;
  /** ISO 8601 in UTC */
  exportedAt: string;
  /** Rows as they come, so that a list of any size fits */
  pages: AsyncIterable<readonly ExportRow[]> | readonly (readonly ExportRow[])[];
};
