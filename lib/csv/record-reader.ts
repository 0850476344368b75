import type { BlockText } from "./block-text.ts";
import { HeldLines } from "./held-lines.ts";
import { type PhysicalLine, physicalLines, plainLines } from "./physical-lines.ts";
import { closingQuote, endsInsideQuotes } from "./quote-scan.ts";
import { RecordList } from "./record-list.ts";
import type { CsvDelimiter, CsvRecord } from "./types.ts";

/** Turns lines, from `firstLine` on, into records. Lines are held only while a quote is open, and not for long. */
export class RecordReader {
  #delimiter: CsvDelimiter;
  #firstLine: number;
  #line = 0;
  #held = new HeldLines();
  #records: RecordList;

  constructor(delimiter: CsvDelimiter, firstLine = 1) {
    this.#delimiter = delimiter;
    this.#firstLine = firstLine;
    this.#records = new RecordList(delimiter);
  }

  take({ text, isSound }: BlockText): void {
    const body = this.#line === 0 ? text.replace(/^\uFEFF/, "") : text;
    const isPlain = isSound && !body.includes('"') && !body.includes("\0");
    if (isPlain && this.#held.isEmpty) this.#takePlain(body);
    else this.#takeLines(body, isSound);
  }

  /** Counts a line that was too long to keep. */
  takeOverlong(): void {
    this.finish();
    if (++this.#line >= this.#firstLine) this.#records.pushFault(this.#line, "record_too_long");
  }

  /** Says that no line follows which could close an open quote. */
  finish(): void {
    while (!this.#held.isEmpty) this.#work(this.#giveUp());
  }

  /** Hands over the records read since the last call. */
  drain(): CsvRecord[] {
    return this.#records.drain();
  }

  #takePlain(text: string): void {
    for (const line of this.#belowTitles(plainLines(text)))
      this.#records.pushPlain(++this.#line, line);
  }

  /** The lines from `firstLine` on; those above are counted. */
  #belowTitles(lines: string[]): string[] {
    const above = Math.min(lines.length, this.#firstLine - 1 - this.#line);
    if (above <= 0) return lines;
    this.#line += above;
    return lines.slice(above);
  }

  #takeLines(text: string, isSound: boolean): void {
    for (const line of physicalLines(text, this.#line, isSound)) {
      this.#line = line.line;
      if (line.line >= this.#firstLine) this.#work([line]);
    }
  }

  #work(lines: PhysicalLine[]): void {
    const queue = lines.toReversed();
    for (let next = queue.pop(); next; next = queue.pop()) {
      const again = this.#held.isEmpty ? this.#begin(next) : this.#continue(next);
      if (again.length > 0) queue.push(...again.toReversed());
    }
  }

  #begin(line: PhysicalLine): PhysicalLine[] {
    if (endsInsideQuotes(line.text, this.#delimiter)) return this.#hold(line);
    this.#records.pushLine(line);
    return [];
  }

  #continue(line: PhysicalLine): PhysicalLine[] {
    const close = closingQuote(line.text, 0);
    if (close === -1) return this.#hold(line);
    // Text right after a closing quote means that the quote was never meant to open.
    const after = line.text[close + 1];
    const isTorn = after !== undefined && after !== this.#delimiter;
    if (!isTorn && endsInsideQuotes(line.text, this.#delimiter, close + 1)) return this.#hold(line);
    this.#held.add(line);
    return !isTorn && this.#recordHeld() ? [] : this.#giveUp();
  }

  #hold(line: PhysicalLine): PhysicalLine[] {
    this.#held.add(line);
    return this.#held.isTooMuch ? this.#giveUp() : [];
  }

  #recordHeld(): boolean {
    const record = this.#held.joined();
    const isRecord =
      record !== undefined &&
      !this.#records.areRows(this.#held.inner()) &&
      this.#records.pushLines(record);
    if (isRecord) this.#held.release();
    return isRecord;
  }

  /** Rejects the line whose quote never closes and gives back the others, to be read again. */
  #giveUp(): PhysicalLine[] {
    const [first, ...again] = this.#held.release();
    if (first) this.#records.pushFault(first.line, "quote_never_closed");
    return again;
  }
}
