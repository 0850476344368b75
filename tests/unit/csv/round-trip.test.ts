import { expect, it } from "vitest";
import type { CsvDelimiter } from "#lib/csv/index.ts";
import { readAll, utf8 } from "./read-all.ts";

const SEEDS = 300;
const PARTS = [
  "a",
  "ü",
  "𝄞",
  '"',
  ",",
  ";",
  "\t",
  "|",
  "\n",
  "\r",
  "\r\n",
  " ",
  "1",
  "=",
  "\uFFFD",
];

/** A small generator of even numbers below 1 (mulberry32), so that a failure can be repeated. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function cellText(random: () => number): string {
  const length = Math.floor(random() * 6);
  return Array.from({ length }, () => PARTS[Math.floor(random() * PARTS.length)]).join("");
}

function written(cell: string, delimiter: string, isQuoted: boolean): string {
  const mustQuote =
    isQuoted || /["\r\n]/.test(cell) || cell.includes(delimiter) || cell.trim() === "";
  return mustQuote ? `"${cell.replaceAll('"', '""')}"` : cell;
}

it.each(Array.from({ length: SEEDS }, (_, seed) => seed))(
  "reads back what a careful writer wrote, seed %i",
  async (seed) => {
    const random = seeded(seed);
    const pick = <Choice>(...choices: [Choice, ...Choice[]]): Choice =>
      choices[Math.floor(random() * choices.length)] ?? choices[0];
    const delimiter: CsvDelimiter = pick(",", ";", "\t", "|");
    const width = 1 + Math.floor(random() * 4);
    const table = Array.from({ length: 1 + Math.floor(random() * 20) }, () =>
      Array.from({ length: width }, () => cellText(random)),
    );
    const file = table
      .map((row) => row.map((cell) => written(cell, delimiter, random() < 0.2)).join(delimiter))
      .map((line) => line + pick("\n", "\r\n", "\r"))
      .join("");
    const records = await readAll(utf8(file), {
      dialect: { encoding: "utf-8", headerRow: 1, delimiter },
      chunk: 1 + Math.floor(random() * 40),
    });
    expect(records.map((record) => ("cells" in record ? record.cells : record))).toEqual(table);
  },
);
