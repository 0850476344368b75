import { inertCell } from "#lib/csv/index.ts";
import type { ExportCell, ExportRow } from "./types.ts";

/** Excel's own limit: characters of one cell. */
const MOST_CHARACTERS = 32_767;
const NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const FROZEN =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';

// What XML 1.0 cannot hold: control characters, halves of characters, two last places.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NO_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;
/** Excel reads _x0041_ in a text as "A". */
const ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** What stands before the first row of a sheet; its first row stays in sight. */
export const SHEET_START = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet ${NAMESPACE}>${FROZEN}<sheetData>`;
export const SHEET_END = "</sheetData></worksheet>";

/** One row of a sheet; `number` counts from 1. Texts are texts: none can act as a formula, here or copied elsewhere. */
export function rowXml(row: ExportRow, number: number): string {
  const cells = row.map((cell, at) => cellXml(cell, `${columnName(at)}${number}`));
  return `<row r="${number}">${cells.join("")}</row>`;
}

function cellXml(cell: ExportCell, place: string): string {
  if (cell === null || cell === "") return "";
  if (typeof cell === "number" && Number.isFinite(cell))
    return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  const text = xmlText(inertCell(String(cell)));
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

function xmlText(text: string): string {
  return text
    .slice(0, MOST_CHARACTERS)
    .replace(NO_XML, "\uFFFD")
    .replaceAll(ESCAPE, "_x005F_")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

/** 0 → "A", 25 → "Z", 26 → "AA". */
function columnName(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : columnName(Math.floor(at / 26) - 1) + last;
}
