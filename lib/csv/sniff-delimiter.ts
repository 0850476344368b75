import { type CsvDelimiter, MOST_HEADER_ROW } from "./types.ts";

const DELIMITERS: readonly CsvDelimiter[] = [",", ";", "\t", "|"];
const LINES_JUDGED = 30;

/**
 * Tells the delimiter: the one that cuts most of the first lines into as many cells as the header. A line that no other
 * line is like is a title: the one below it is then asked.
 */
export function sniffDelimiter(head: string): CsvDelimiter {
  const lines = firstLines(head);
  const asHeader = lines.slice(0, MOST_HEADER_ROW).map((_, at) => bestFor(lines.slice(at)));
  return (asHeader.find(({ agreeing }) => agreeing > 1) ?? asHeader[0])?.delimiter ?? ",";
}

function bestFor(lines: string[]) {
  const ranked = DELIMITERS.map((delimiter) => ({ delimiter, ...judge(lines, delimiter) }));
  ranked.sort((a, b) => b.agreeing - a.agreeing || b.cuts - a.cuts);
  return ranked[0] ?? ({ delimiter: ",", agreeing: 0, cuts: 0 } as const);
}

function firstLines(head: string): string[] {
  const unquoted = head.replaceAll(/"[^"]*"/g, "");
  const lines = unquoted.split(/\r\n|\n|\r/, 2 * LINES_JUDGED);
  return lines.filter((line) => line.trim() !== "").slice(0, LINES_JUDGED);
}

function judge(lines: string[], delimiter: CsvDelimiter): { agreeing: number; cuts: number } {
  const [cuts = 0, ...others] = lines.map((line) => line.split(delimiter).length - 1);
  if (cuts === 0) return { agreeing: 0, cuts };
  return { agreeing: 1 + others.filter((count) => count === cuts).length, cuts };
}
