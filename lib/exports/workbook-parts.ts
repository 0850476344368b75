import { rowXml, SHEET_END, SHEET_START } from "./sheet-xml.ts";
import type { ExportRow, ListFile } from "./types.ts";

/** Excel's own limit: rows of a sheet, the one of the headers left out. */
export const MOST_ROWS = 1_048_575;
/** A zip entry ends at 4 GB: long texts reach that before the rows run out. Counted in UTF-16 units, three bytes at most. */
const MOST_CHARACTERS = 1_300_000_000;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const PARTS: readonly (readonly [name: string, text: string])[] = [
  [
    "[Content_Types].xml",
    `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${MAIN}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${MAIN}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${MAIN}.worksheet+xml"/></Types>`,
  ],
  [
    "_rels/.rels",
    `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    "xl/workbook.xml",
    `${XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><sheets><sheet name="Rows" sheetId="1" r:id="rId1"/><sheet name="About" sheetId="2" r:id="rId2"/></sheets></workbook>`,
  ],
  [
    "xl/_rels/workbook.xml.rels",
    `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`,
  ],
];

/** One file of a workbook's zip file; `texts` are to be read before the next part is asked for. */
export type WorkbookPart = { name: string; texts: AsyncIterable<string> };

/**
 * A list as the parts of an Excel workbook, as its rows come: a sheet "Rows", and a sheet "About" with what it is, the
 * filters in force and how many rows there are. A sheet that is full says so there.
 */
export function* workbookParts(file: ListFile, mostRows = MOST_ROWS): Generator<WorkbookPart> {
  const told = { rows: 0, isFull: false };
  for (const [name, text] of PARTS) yield { name, texts: once([text]) };
  yield { name: "xl/worksheets/sheet1.xml", texts: rowsSheet(file, told, mostRows) };
  yield { name: "xl/worksheets/sheet2.xml", texts: once(aboutSheet(file, told)) };
}

type Told = { rows: number; isFull: boolean };

async function* rowsSheet(file: ListFile, told: Told, mostRows: number): AsyncGenerator<string> {
  yield SHEET_START + rowXml(file.columns, 1);
  let characters = 0;
  for await (const page of file.pages) {
    const left = mostRows - told.rows;
    const rows = page.slice(0, left);
    const text = rows.map((row, at) => rowXml(inNumbers(file, row), told.rows + at + 2)).join("");
    characters += text.length;
    told.rows += rows.length;
    if (text !== "") yield text;
    told.isFull = page.length > left || characters > MOST_CHARACTERS;
    if (told.isFull) break;
  }
  yield SHEET_END;
}

const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/;

/** The row with its amounts as numbers, so that a sheet can add them up. */
function inNumbers({ columns, amounts = [] }: ListFile, row: ExportRow): ExportRow {
  if (amounts.length === 0) return row;
  return row.map((cell, at) =>
    amounts.includes(columns[at] ?? "") && PLAIN_NUMBER.test(String(cell)) ? Number(cell) : cell,
  );
}

function aboutSheet({ name, exportedAt, filters }: ListFile, { rows, isFull }: Told): string[] {
  const lines: ExportRow[] = [
    ["list", name],
    ["exported_at", exportedAt],
    ...filters.map(([field, value]) => [`filter: ${field}`, value]),
    ...(filters.length === 0 ? [["filters", "none"]] : []),
    ["rows", rows],
    ...(isFull ? [["note", FULL]] : []),
  ];
  return [SHEET_START, ...lines.map((line, at) => rowXml(line, at + 1)), SHEET_END];
}

const FULL =
  "The sheet is full: more rows match than it can hold. Take the list as CSV or JSON to have all of them.";

async function* once(texts: readonly string[]): AsyncGenerator<string> {
  yield* texts;
}
