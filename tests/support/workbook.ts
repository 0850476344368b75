import writeWorkbook from "write-excel-file/node";

type Cell = string | number | boolean | Date | null;

/** An .xlsx file with these sheets, by name. */
export async function workbook(sheets: Readonly<Record<string, Cell[][]>>): Promise<Uint8Array> {
  const entries = Object.entries(sheets).map(([sheet, rows]) => ({
    sheet,
    data: rows.map((row) => row.map(cellOf)),
  }));
  return new Uint8Array(await writeWorkbook(entries).toBuffer());
}

function cellOf(value: Cell) {
  if (value instanceof Date) return { value, type: Date, format: "yyyy-mm-dd" };
  return value === null ? null : { value };
}
