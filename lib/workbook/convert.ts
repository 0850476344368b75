import readWorkbookFile from "read-excel-file/universal";
import { guessHeaderRow, MOST_HEADER_ROW } from "#lib/csv/index.ts";
import { HEAD_ROWS, MOST_SHEET_ROWS, MOST_UNPACKED_BYTES } from "./limits.ts";
import { csvLine, type SheetCell, widthOf } from "./sheet-rows.ts";
import { unpackedSize } from "./unpacked-size.ts";

/**
 * A process of its own, so that a workbook can harm nobody else: reads a workbook from the standard input and writes one
 * sheet as CSV, or the head of it as JSON, to the standard output. Exit 3: the reason is a sentence on the error output.
 */

const LINES_AT_ONCE = 1_000;
const REFUSED = 3;

class Refusal extends Error {}

type Sheet = { sheet: string; data: SheetCell[][] };

async function run([mode, wanted = "", headerRow = ""]: readonly string[]): Promise<void> {
  const bytes = await readInput();
  const size = unpackedSize(bytes);
  if (size === null) throw new Refusal(NO_WORKBOOK);
  if (size > MOST_UNPACKED_BYTES) throw new Refusal(TOO_LARGE);
  const sheets = await readSheets(bytes);
  const chosen = wanted === "" ? sheets[0] : sheets.find(({ sheet }) => sheet === wanted);
  if (!chosen) throw new Refusal(noSheet(wanted, sheets));
  if (chosen.data.length > MOST_SHEET_ROWS) throw new Refusal(TOO_LARGE);
  const width = headerWidth(chosen.data, Number(headerRow) || guessedRow(chosen.data));
  await (mode === "head" ? writeHead(chosen, sheets, width) : writeCsv(chosen, width));
}

const NO_WORKBOOK =
  "This is not a workbook that can be read. Save it as .xlsx or CSV and send it again.";
const TOO_LARGE = "The workbook unpacks to more than 64 MB. Save the sheet as CSV and send that.";

function noSheet(wanted: string, sheets: readonly Sheet[]): string {
  const names = sheets.map(({ sheet }) => `"${sheet}"`).join(", ");
  return wanted === "" ? NO_WORKBOOK : `The workbook has no sheet "${wanted}". It has ${names}.`;
}

async function readSheets(bytes: Uint8Array<ArrayBuffer>): Promise<Sheet[]> {
  try {
    // Its types say `typeof Date` where a Date stands.
    return (await readWorkbookFile(bytes.buffer)) as unknown as Sheet[];
  } catch {
    throw new Refusal(NO_WORKBOOK);
  }
}

async function readInput(): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** The row of the headers as the reader of CSV will tell it. */
function guessedRow(data: readonly SheetCell[][]): number {
  const csv = data.slice(0, MOST_HEADER_ROW * 2).map((row) => csvLine(row, widthOf(row)));
  return guessHeaderRow(csv.join("\n"), ",");
}

/** Columns of the headers: those of the first row from `headerRow` on that holds something. */
function headerWidth(data: readonly SheetCell[][], headerRow: number): number {
  return widthOf(data.slice(headerRow - 1).find((row) => widthOf(row) > 0) ?? []);
}

/** Rows that stand above the headers are not cut off: a line of the file is a row of the sheet. */
async function writeCsv({ data }: Sheet, width: number): Promise<void> {
  for (let at = 0; at < data.length; at += LINES_AT_ONCE) {
    const lines = data
      .slice(at, at + LINES_AT_ONCE)
      .map((row) => csvLine(row, Math.max(width, widthOf(row))));
    await write(`${lines.join("\n")}\n`);
  }
}

function writeHead({ sheet, data }: Sheet, sheets: readonly Sheet[], width: number): Promise<void> {
  const csv = data.slice(0, HEAD_ROWS).map((row) => csvLine(row, Math.max(width, widthOf(row))));
  const names = sheets.map((each) => each.sheet);
  const isWhole = data.length <= HEAD_ROWS;
  return write(JSON.stringify({ sheets: names, sheet, csv: `${csv.join("\n")}\n`, isWhole }));
}

async function write(text: string): Promise<void> {
  await new Promise<void>((resolve) => process.stdout.write(text, () => resolve()));
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(error.message);
  process.exitCode = REFUSED;
}
