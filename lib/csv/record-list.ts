import { MAX_RECORD_BYTES } from "./limits.ts";
import type { PhysicalLine } from "./physical-lines.ts";
import { quotedCells } from "./quoted-cells.ts";
import type { CsvDelimiter, CsvRecord, CsvRowFault } from "./types.ts";

/** Collects the records of a batch in file order. */
export class RecordList {
  #delimiter: CsvDelimiter;
  #width: number | undefined;
  #records: CsvRecord[] = [];
  /** Records with quotes, to be parsed together: their place in the list and their text. */
  #quoted: { at: number; line: number; text: string }[] = [];

  constructor(delimiter: CsvDelimiter) {
    this.#delimiter = delimiter;
  }

  pushFault(line: number, fault: CsvRowFault): void {
    this.#records.push({ line, fault });
  }

  /** Adds a line that holds no quote, no NUL and no broken bytes. */
  pushPlain(line: number, text: string): void {
    if (isBlank(text)) return;
    this.#records.push({ line, cells: text.split(this.#delimiter) });
  }

  /** Adds a line that may hold anything but an open quote. */
  pushLine({ line, text, isSound }: PhysicalLine): void {
    const fault = faultOf(text, isSound);
    if (fault) this.pushFault(line, fault);
    else if (text.includes('"')) this.#pushQuoted(line, text);
    else this.pushPlain(line, text);
  }

  /**
   * Adds a record of several lines. False when it has not as many cells as the first record of the file:
   * then two stray quotes have met and the lines between them are records of their own.
   */
  pushLines({ line, text, isSound }: PhysicalLine): boolean {
    const fault = faultOf(text, isSound);
    if (fault) {
      this.pushFault(line, fault);
      return true;
    }
    const [cells] = quotedCells([text], this.#delimiter);
    const width = this.#firstWidth() ?? cells?.length;
    if (!cells || cells.length !== width) return false;
    this.#records.push({ line, cells });
    return true;
  }

  /**
   * Whether lines inside quotes are rows of the file, caught between two stray quotes: there are several, each
   * without quotes and with as many cells as the first record. Below three columns prose looks like rows too.
   */
  areRows(texts: string[]): boolean {
    const width = this.#firstWidth() ?? 0;
    if (width < 3 || texts.length < 2) return false;
    return texts.every(
      (text) => !text.includes('"') && text.split(this.#delimiter).length === width,
    );
  }

  /** Hands over the records added since the last call. */
  drain(): CsvRecord[] {
    this.#parseQuoted();
    this.#firstWidth();
    const records = this.#records;
    this.#records = [];
    return records;
  }

  #pushQuoted(line: number, text: string): void {
    this.#quoted.push({ at: this.#records.length, line, text });
    this.#records.push({ line, cells: [] });
  }

  #parseQuoted(): void {
    const parsed = quotedCells(
      this.#quoted.map(({ text }) => text),
      this.#delimiter,
    );
    for (const [index, { at, line }] of this.#quoted.entries()) {
      const cells = parsed[index];
      this.#records[at] = cells ? { line, cells } : { line, fault: "quote_never_closed" };
    }
    this.#quoted = [];
  }

  #firstWidth(): number | undefined {
    if (this.#width !== undefined) return this.#width;
    this.#parseQuoted();
    const first = this.#records.find((record) => "cells" in record);
    this.#width = first && "cells" in first ? first.cells.length : undefined;
    return this.#width;
  }
}

function faultOf(text: string, isSound: boolean): CsvRowFault | undefined {
  if (text.length > MAX_RECORD_BYTES) return "record_too_long";
  if (!isSound) return "bad_encoding";
  return text.includes("\0") ? "nul_byte" : undefined;
}

function isBlank(text: string): boolean {
  return text.length === 0 || (text.charCodeAt(0) <= 0x20 && text.trim() === "");
}
