import { RecordReader } from "./record-reader.ts";
import { type CsvDelimiter, MOST_HEADER_ROW } from "./types.ts";

const LINES_JUDGED = 20;
/** A header may lack a name or two; what a program writes above a table, such as its day, fills less. */
const NEARLY = 0.75;

/**
 * The line of the headers, from 1: the first that holds something. Where that is clearly a title, one filled cell above
 * fuller rows, it is the first line of the first ten that fills nearly as many cells as the fullest.
 */
export function guessHeaderRow(head: string, delimiter: CsvDelimiter): number {
  const rows = firstRows(head, delimiter);
  const [first] = rows;
  const fullest = Math.max(0, ...rows.map(({ filled }) => filled));
  if (first?.filled !== 1 || fullest === 1) return first?.line ?? 1;
  const header = rows.find(
    ({ line, filled }) => line <= MOST_HEADER_ROW && filled >= NEARLY * fullest,
  );
  return header?.line ?? first.line;
}

function firstRows(head: string, delimiter: CsvDelimiter) {
  const reader = new RecordReader(delimiter);
  const text = head.split(/\r\n|\n|\r/, LINES_JUDGED).join("\n");
  reader.take({ text, isSound: true });
  reader.finish();
  return reader.drain().map((record) => {
    const cells = "cells" in record ? record.cells : [];
    return { line: record.line, filled: cells.filter((cell) => cell.trim() !== "").length };
  });
}
