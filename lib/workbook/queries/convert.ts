import { guessHeaderRow, MOST_HEADER_ROW } from "#lib/csv/index.ts";
import { HEAD_ROWS, MOST_CSV_CHARACTERS, MOST_UNPACKED_BYTES } from "../limits.ts";
import { openWorkbook, type Workbook } from "../open-workbook.ts";
import { readSheet } from "../read-sheet.ts";
import { NO_WORKBOOK, Refusal, TOO_LARGE } from "../refusal.ts";
import { csvLine, type SheetCell, widthOf } from "../sheet-rows.ts";
import { zipEntries } from "./zip-entries.ts";

/**
 * A process of its own, so that a workbook can harm nobody else: reads a workbook from the standard input and writes one
 * sheet as CSV, or the head of it as JSON, to the standard output. Exit 3: the reason is a sentence on the error output. A
 * sheet is read twice: once to its end before the first byte is written, so that a broken one is refused whole.
 */

const REFUSED = 3;

type Sheet = Workbook["sheets"][number];
type Rows = AsyncGenerator<SheetCell[][]>;

async function run([mode, wanted = "", headerRow = ""]: readonly string[]): Promise<void> {
  const entries = await zipEntries(await readInput());
  const size = entries.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
  if (size > MOST_UNPACKED_BYTES) throw new Refusal(TOO_LARGE);
  const book = await openWorkbook(entries);
  const sheet = chosenSheet(book, wanted);
  const rows = () => readSheet(sheet.entry.text(), book);
  await (mode === "head" ? writeHead(book, sheet, rows()) : writeCsv(rows, Number(headerRow)));
}

function chosenSheet({ sheets }: Workbook, wanted: string): Sheet {
  const chosen = wanted === "" ? sheets[0] : sheets.find(({ name }) => name === wanted);
  if (chosen) return chosen;
  const names = sheets.map(({ name }) => `"${name}"`).join(", ");
  throw new Refusal(
    wanted === "" ? NO_WORKBOOK : `The workbook has no sheet "${wanted}". It has ${names}.`,
  );
}

async function readInput(): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The first rows of a sheet, as many as a preview shows or one more. */
async function firstRows(rows: Rows): Promise<SheetCell[][]> {
  const first: SheetCell[][] = [];
  for await (const some of rows) {
    for (const row of some) first.push(row);
    if (first.length > HEAD_ROWS) break;
  }
  return first.slice(0, HEAD_ROWS + 1);
}

/** Columns of the headers: those of the first row from the one with headers on that holds something. */
function headerWidth(first: readonly SheetCell[][], headerRow: number): number {
  const from = (headerRow || guessedRow(first)) - 1;
  return widthOf(first.slice(from).find((row) => widthOf(row) > 0) ?? []);
}

/** The row of the headers as the reader of CSV will tell it. */
function guessedRow(first: readonly SheetCell[][]): number {
  const csv = first.slice(0, MOST_HEADER_ROW * 2).map((row) => csvLine(row, widthOf(row)));
  return guessHeaderRow(csv.join("\n"), ",");
}

/** Rows that stand above the headers are not cut off: a line of the file is a row of the sheet. */
async function writeCsv(rows: () => Rows, headerRow: number): Promise<void> {
  const width = headerWidth(await firstRows(rows()), headerRow);
  let characters = 0;
  for await (const some of rows()) {
    characters += linesOf(some, width).length;
    if (characters > MOST_CSV_CHARACTERS) throw new Refusal(TOO_LARGE);
  }
  for await (const some of rows()) await write(linesOf(some, width));
}

function linesOf(rows: readonly SheetCell[][], width: number): string {
  return rows.map((row) => `${csvLine(row, Math.max(width, widthOf(row)))}\n`).join("");
}

async function writeHead({ sheets }: Workbook, sheet: Sheet, rows: Rows): Promise<void> {
  const first = await firstRows(rows);
  const csv = linesOf(first.slice(0, HEAD_ROWS), headerWidth(first, 0));
  const names = sheets.map(({ name }) => name);
  const isWhole = first.length <= HEAD_ROWS;
  await write(JSON.stringify({ sheets: names, sheet: sheet.name, csv, isWhole }));
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
