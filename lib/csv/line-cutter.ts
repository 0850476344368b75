import { BLOCK_BYTES, MAX_RECORD_BYTES } from "./limits.ts";

const LF = 0x0a;
const CR = 0x0d;

/** Whole lines with their line ends, or the mark of one line that was too long to keep. */
export type LineBlock = Uint8Array | "overlong";

/**
 * Cuts pieces of at most `BLOCK_BYTES` into blocks of whole lines.
 * Holds at most one record length of bytes, also when a line never ends.
 */
export class LineCutter {
  #buffer = new Uint8Array(2 * BLOCK_BYTES);
  #length = 0;
  #isSkipping = false;

  cut(piece: Uint8Array): LineBlock[] {
    const from = Math.max(0, this.#length - 1);
    this.#append(piece);
    if (this.#isSkipping) return this.#skipLine() ? this.#wholeLines(0) : [];
    if (!this.#isFirstLineTooLong(from)) return this.#wholeLines(from);
    return this.#skipLine() ? ["overlong", ...this.#wholeLines(0)] : ["overlong"];
  }

  /** The rest of the file: its last line, if that has no line end. */
  finish(): LineBlock[] {
    return this.#isSkipping || this.#length === 0 ? [] : [this.#held().slice()];
  }

  #held(): Uint8Array {
    return this.#buffer.subarray(0, this.#length);
  }

  #append(piece: Uint8Array): void {
    const needed = this.#length + piece.length;
    if (needed > this.#buffer.length) {
      const grown = new Uint8Array(2 * needed);
      grown.set(this.#held());
      this.#buffer = grown;
    }
    this.#buffer.set(piece, this.#length);
    this.#length = needed;
  }

  #drop(count: number): void {
    this.#buffer.copyWithin(0, count, this.#length);
    this.#length -= count;
  }

  /** Lines held so far; line ends are looked for from the place where new bytes begin. */
  #wholeLines(from: number): LineBlock[] {
    const end = lastLineEnd(this.#held(), from);
    if (end === 0) return [];
    const lines = this.#held().slice(0, end);
    this.#drop(end);
    return [lines];
  }

  #isFirstLineTooLong(from: number): boolean {
    if (this.#length <= MAX_RECORD_BYTES) return false;
    const end = firstLineEnd(this.#held(), from);
    return end === 0 || end > MAX_RECORD_BYTES;
  }

  /** Drops bytes up to the next line end; false when that is not in sight yet. */
  #skipLine(): boolean {
    const end = firstLineEnd(this.#held(), 0);
    const endsInCr = this.#buffer[this.#length - 1] === CR;
    this.#isSkipping = end === 0;
    this.#drop(end || this.#length - (endsInCr ? 1 : 0));
    return end > 0;
  }
}

// Both give the place after a line end, 0 for none. A CR in the last place may be half of
// a CRLF: it is no line end before the next byte is known.
function firstLineEnd(bytes: Uint8Array, from: number): number {
  const lf = bytes.indexOf(LF, from);
  const cr = bytes.indexOf(CR, from);
  const isCrFirst = cr !== -1 && cr < bytes.length - 1 && (lf === -1 || cr < lf);
  return isCrFirst && lf !== cr + 1 ? cr + 1 : lf + 1;
}

function lastLineEnd(bytes: Uint8Array, from: number): number {
  const lf = bytes.lastIndexOf(LF);
  const cr = bytes.length > 1 ? bytes.lastIndexOf(CR, bytes.length - 2) : -1;
  const last = Math.max(lf, cr);
  return last < from ? 0 : last + 1;
}
