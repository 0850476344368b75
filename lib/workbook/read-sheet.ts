import { cellValue } from "./cell-value.ts";
import { MOST_SHEET_ROWS } from "./limits.ts";
import type { Workbook } from "./open-workbook.ts";
import { NO_WORKBOOK, Refusal, TOO_LARGE } from "./refusal.ts";
import { type SheetCell, widthOf } from "./sheet-rows.ts";
import { type XmlAttributes, type XmlHandler, XmlReader } from "./xml-reader.ts";

/** Excel's own limit: columns of a sheet. */
const MOST_COLUMNS = 16_384;

/**
 * The rows of a sheet in their order, some at a time; rows that it leaves out are empty ones, those behind the last filled
 * one are none.
 *
 * @throws Refusal for what is no sheet, or has more rows than one can have
 */
export async function* readSheet(
  pieces: AsyncIterable<string>,
  book: Workbook,
): AsyncGenerator<SheetCell[][]> {
  const rows = new SheetRows(book);
  const reader = new XmlReader(rows);
  for await (const piece of pieces) {
    reader.write(piece);
    const ready = rows.take();
    if (ready.length > 0) yield ready;
  }
  reader.end();
}

class SheetRows implements XmlHandler {
  #book: Workbook;
  #ready: SheetCell[][] = [];
  /** Rows read, and how many of the last of them are empty and not told yet */
  #count = 0;
  #empty = 0;
  #row: SheetCell[] | null = null;
  #cell: { type: string; style: string } | null = null;
  #column = 0;
  #text = "";
  #isText = false;
  #isSpoken = false;

  constructor(book: Workbook) {
    this.#book = book;
  }

  /** What was read since it was last asked. */
  take(): SheetCell[][] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === "row") this.#openRow(attributes);
    else if (name === "c") this.#openCell(attributes);
    else if (name === "v" || name === "t") this.#isText = this.#cell !== null;
    else if (name === "rPh") this.#isSpoken = true;
  }

  close(name: string): void {
    if (name === "row") this.#closeRow();
    else if (name === "c") this.#closeCell();
    else if (name === "v" || name === "t") this.#isText = false;
    else if (name === "rPh") this.#isSpoken = false;
  }

  text(text: string): void {
    if (this.#isText && !this.#isSpoken) this.#text += text;
  }

  #openRow({ r = "" }: XmlAttributes): void {
    const number = r === "" ? this.#count + 1 : Number(r);
    if (!(number > this.#count)) throw new Refusal(NO_WORKBOOK);
    if (number > MOST_SHEET_ROWS) throw new Refusal(TOO_LARGE);
    this.#empty += number - this.#count - 1;
    this.#count = number;
    this.#row = [];
    this.#column = 0;
  }

  #closeRow(): void {
    const row = this.#row ?? [];
    this.#row = null;
    if (widthOf(row) === 0) {
      this.#empty += 1;
      return;
    }
    for (; this.#empty > 0; this.#empty--) this.#ready.push([]);
    this.#ready.push(row);
  }

  #openCell({ r = "", t = "n", s = "" }: XmlAttributes): void {
    const column = r === "" ? this.#column + 1 : columnOf(r);
    if (!this.#row || column <= this.#column || column > MOST_COLUMNS)
      throw new Refusal(NO_WORKBOOK);
    this.#column = column;
    this.#cell = { type: t, style: s };
    this.#text = "";
  }

  #closeCell(): void {
    if (!this.#cell || !this.#row) return;
    const value = cellValue({ ...this.#cell, text: this.#text }, this.#book);
    this.#cell = null;
    if (value === null) return;
    while (this.#row.length < this.#column - 1) this.#row.push(null);
    this.#row.push(value);
  }
}

/** "B3" → 2. */
function columnOf(place: string): number {
  let column = 0;
  for (const letter of place.toUpperCase()) {
    const code = letter.charCodeAt(0) - 64;
    if (code < 1 || code > 26) break;
    column = column * 26 + code;
  }
  return column;
}
