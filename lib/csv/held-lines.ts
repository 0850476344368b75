import { MAX_QUOTED_LENGTH, MAX_QUOTED_LINES } from "./limits.ts";
import type { PhysicalLine } from "./physical-lines.ts";

/** The lines of a record whose quote is still open. */
export class HeldLines {
  #lines: PhysicalLine[] = [];
  #length = 0;

  get isEmpty(): boolean {
    return this.#lines.length === 0;
  }

  get isTooMuch(): boolean {
    return this.#lines.length > MAX_QUOTED_LINES || this.#length > MAX_QUOTED_LENGTH;
  }

  add(line: PhysicalLine): void {
    this.#lines.push(line);
    this.#length += line.text.length;
  }

  release(): PhysicalLine[] {
    const lines = this.#lines;
    this.#lines = [];
    this.#length = 0;
    return lines;
  }

  /** The texts of the lines between the first and the last. */
  inner(): string[] {
    return this.#lines.slice(1, -1).map(({ text }) => text);
  }

  /** The record as one line: its inner line ends are those of the file. */
  joined(): PhysicalLine | undefined {
    const [first] = this.#lines;
    const last = this.#lines.length - 1;
    return (
      first && {
        line: first.line,
        text: this.#lines.map((line, at) => line.text + (at < last ? line.lineEnd : "")).join(""),
        lineEnd: "",
        isSound: this.#lines.every((line) => line.isSound),
      }
    );
  }
}
