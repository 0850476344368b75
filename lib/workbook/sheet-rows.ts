/** A cell as the reader of workbooks hands it over. */
export type SheetCell = string | number | boolean | Date | null;

/** How the CSV of a sheet is written, whatever its cells look like. */
export const SHEET_DIALECT = { encoding: "utf-8", delimiter: "," } as const;

const LINE_ENDS = /\r\n|\r|\n/g;
/** Excel keeps 15 digits; what comes behind them is noise of the conversion. */
const DIGITS = 15;

/** A cell as text: days as YYYY-MM-DD, instants as the sheet's own clock shows them, numbers with a decimal point. */
export function cellText(cell: SheetCell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return dateText(cell);
  if (typeof cell === "number") return String(Number(cell.toPrecision(DIGITS)));
  // A line of the file is a row of the sheet, so that people find it.
  return String(cell).replaceAll(LINE_ENDS, " ");
}

/** One row as a line of CSV, all rows as wide as the first; an empty row is an empty line. */
export function csvLine(row: readonly SheetCell[], width: number): string {
  const cells = Array.from({ length: width }, (_, at) => cellText(row[at]));
  if (cells.every((cell) => cell === "")) return "";
  return cells.map(quoted).join(",");
}

/** Cells of a row up to the last that holds something. */
export function widthOf(row: readonly SheetCell[]): number {
  return row.findLastIndex((cell) => cellText(cell) !== "") + 1;
}

function dateText(date: Date): string {
  const text = date.toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 19);
}

function quoted(cell: string): string {
  return /[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
