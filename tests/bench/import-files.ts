import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { chance } from "#prisma/seed/chance.ts";

const BLOCK_LINES = 10_000;
const FIRST_DAY_MS = Date.UTC(2023, 0, 1);
const DAY_MS = 86_400_000;
const DAYS = 1_000;

type Luck = ReturnType<typeof chance>;
type BenchFile = {
  header: string;
  line: (at: number, customer: string, day: string, luck: Luck) => string;
};

/** Kinds of file that are measured. */
const BENCH_FILES = {
  orders: {
    header: "order_id,customer_id,date,quantity,amount",
    line: (at, customer, day, luck) => {
      const amount = (luck.next() * 200).toFixed(2);
      return `O${at},${customer},${day},${1 + luck.whole(4)},${amount}`;
    },
  },
  signals: {
    header: "response_id,customer_id,date,metric,score,comment,touchpoint",
    line: (at, customer, day, luck) =>
      `R${at},${customer},${day},NPS,${luck.whole(11)},${WORDS[luck.whole(WORDS.length)]} ${at},Touchpoint ${luck.whole(40)}`,
  },
} as const satisfies Readonly<Record<string, BenchFile>>;
export type BenchKind = keyof typeof BENCH_FILES;

const WORDS = [
  "Quick help on",
  "Waited long for",
  "The parcel of",
  "A kind word about",
  "No answer to",
];

/** Whether files of this kind are measured. */
export function isBenchKind(kind: string): kind is BenchKind {
  return kind in BENCH_FILES;
}

/** Write a CSV of such rows, five per customer on average; the same for the same number of rows. */
export async function writeBenchFile(file: string, kind: BenchKind, rows: number): Promise<void> {
  const luck = chance(rows);
  const customers = Math.max(1, Math.floor(rows / 5));
  const { header, line }: BenchFile = BENCH_FILES[kind];
  const out = createWriteStream(file);
  out.write(`${header}\n`);
  for (let first = 0; first < rows; first += BLOCK_LINES) {
    const lines = Array.from({ length: Math.min(BLOCK_LINES, rows - first) }, (_, index) => {
      const day = new Date(FIRST_DAY_MS + luck.whole(DAYS) * DAY_MS).toISOString().slice(0, 10);
      return `${line(first + index, `C${luck.whole(customers)}`, day, luck)}\n`;
    });
    if (!out.write(lines.join(""))) await once(out, "drain");
  }
  out.end();
  await finished(out);
}
