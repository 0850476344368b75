import { parseDate } from "./parse-date.ts";
import type { DateFormat } from "./types.ts";

type ReadTwoWays = Exclude<DateFormat, "ymd">;

const OTHER: Readonly<Partial<Record<DateFormat, DateFormat>>> = { dmy: "mdy", mdy: "dmy" };

/**
 * Whether cells speak against an order of day and month that an earlier file was told: fewer of them are days in it than
 * the other way round.
 */
export function speaksAgainst(cells: readonly string[], format: DateFormat): boolean {
  const other = OTHER[format];
  if (other === undefined) return false;
  return daysIn(cells, other) > daysIn(cells, format);
}

/** The order of day and month that a cell shows by itself, as 25/04/2026 does; null where it shows none. */
export function provenOrder(cell: string): ReadTwoWays | null {
  const isDayFirst = isDay(cell, "dmy");
  if (isDayFirst === isDay(cell, "mdy")) return null;
  return isDayFirst ? "dmy" : "mdy";
}

/** A cell that cannot be read without an order of day and month; undefined where there is none. */
export function ambiguousDay(cells: readonly string[]): string | undefined {
  return cells.find((cell) => !isDay(cell) && isDay(cell, "dmy") && isDay(cell, "mdy"));
}

/** The order in which more of the cells are days; null where they are as many either way. */
export function likelyOrder(cells: readonly string[]): ReadTwoWays | null {
  const [dmy, mdy] = [daysIn(cells, "dmy"), daysIn(cells, "mdy")];
  if (dmy === mdy) return null;
  return dmy > mdy ? "dmy" : "mdy";
}

function daysIn(cells: readonly string[], format: DateFormat): number {
  return cells.filter((cell) => isDay(cell, format)).length;
}

function isDay(cell: string, format?: DateFormat): boolean {
  return "value" in parseDate(cell, format);
}
