import type { CsvBatch } from "#lib/csv/index.ts";
import { provenOrder } from "./date-evidence.ts";

type Row = readonly string[];

export type TellingPlaces = {
  /** Columns of answers */
  answers: readonly number[];
  /** Columns of days */
  days: readonly number[];
  /** The column that names the question, where each answer has a row of its own; -1 where there is none */
  question: number;
};

const NUMBER = /^(\d{1,3})(?:\.\d+)?(?:\s*[-–—(].*)?$/s;
/** So many rows for each order of day and month, and so many rows at all. */
const MOST_DAYS = 50;
const MOST_ROWS = 20_000;

/**
 * The rows of a file that say more of its questions and days than those before them: answers beyond the numbers seen so
 * far, the first that is none, and days that can be read in one order only.
 */
export async function tellingRows(
  batches: AsyncGenerator<CsvBatch>,
  places: TellingPlaces,
  skipped: number,
): Promise<Row[]> {
  const rows: Row[] = [];
  const isNews = newsTest(places);
  let at = 0;
  for await (const { records } of batches)
    for (const record of records) {
      if (at++ < skipped || "fault" in record || rows.length >= MOST_ROWS) continue;
      if (isNews(record.cells)) rows.push(record.cells);
    }
  return rows;
}

type Seen = { min: number; max: number; hasWords: boolean };

function newsTest({ answers, days, question }: TellingPlaces): (row: Row) => boolean {
  const seen = new Map<string, Seen>();
  const proofs = { dmy: 0, mdy: 0 };
  const isNewAnswer = (row: Row, at: number) => {
    const text = (row[at] ?? "").trim();
    if (text === "") return false;
    const key = `${at} ${row[question] ?? ""}`;
    const known = seen.get(key) ?? { min: Number.POSITIVE_INFINITY, max: -1, hasWords: false };
    seen.set(key, known);
    return widen(known, text);
  };
  const isNewProof = (row: Row, at: number) => {
    const order = provenOrder((row[at] ?? "").trim());
    return order !== null && ++proofs[order] <= MOST_DAYS;
  };
  return (row) => {
    // Each of them counts, whatever the others say.
    const fresh = answers.filter((at) => isNewAnswer(row, at)).length;
    return days.filter((at) => isNewProof(row, at)).length + fresh > 0;
  };
}

function widen(known: Seen, text: string): boolean {
  const digits = NUMBER.exec(text)?.[1];
  if (digits === undefined) {
    const isNew = !known.hasWords;
    known.hasWords = true;
    return isNew;
  }
  const number = Number(digits);
  if (number >= known.min && number <= known.max) return false;
  known.min = Math.min(known.min, number);
  known.max = Math.max(known.max, number);
  return true;
}
