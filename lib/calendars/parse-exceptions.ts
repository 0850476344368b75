import { hoursText, parseHours } from "./parse-hours.ts";
import type { DayException } from "./types.ts";

export type ParsedExceptions = { exceptions: readonly DayException[] } | { problems: string[] };

const MOST_EXCEPTIONS = 200;
const LONGEST_NAME = 80;

/**
 * Days that differ from their weekday, one a line: "2026-12-24 | 9–12 | Christmas Eve", "2026-12-25 | closed | Christmas Day".
 * Sorted by day; every bad line is named in a sentence.
 */
export function parseExceptions(text: string): ParsedExceptions {
  const lines = text
    .split("\n")
    .map((line, at) => ({ line: line.trim(), number: at + 1 }))
    .filter(({ line }) => line !== "");
  if (lines.length > MOST_EXCEPTIONS)
    return { problems: [`Give at most ${MOST_EXCEPTIONS} days.`] };
  const exceptions: DayException[] = [];
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const { line, number } of lines) {
    const read = parseLine(line, seen);
    if (typeof read === "string") problems.push(`Day ${number}: ${read}`);
    else {
      seen.add(read.on);
      exceptions.push(read);
    }
  }
  if (problems.length > 0) return { problems };
  return { exceptions: exceptions.sort((one, other) => (one.on < other.on ? -1 : 1)) };
}

/** Exceptions as `parseExceptions` reads them. */
export function exceptionsText(exceptions: readonly DayException[]): string {
  return exceptions
    .map(({ on, name, intervals }) => `${on} | ${hoursText(intervals) || "closed"} | ${name}`)
    .join("\n");
}

function parseLine(line: string, seen: ReadonlySet<string>): DayException | string {
  const [on = "", hours = "", ...rest] = line.split("|").map((part) => part.trim());
  const name = rest.join(" ");
  if (!isDay(on)) return `“${on}” is no day. Write it like 2026-12-25.`;
  if (seen.has(on)) return `${on} is there twice.`;
  if (name === "") return "The name is missing, such as Christmas Day.";
  if (name.length > LONGEST_NAME) return `The name is longer than ${LONGEST_NAME} characters.`;
  const read = parseHours(hours);
  return "problem" in read ? read.problem : { on, name, intervals: read.intervals };
}

/** Whether a text is a day of the calendar, YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
