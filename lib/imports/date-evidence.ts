import { parseDate } from "./parse-date.ts";
import type { DateFormat } from "./types.ts";

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

function daysIn(cells: readonly string[], format: DateFormat): number {
  return cells.filter((cell) => "value" in parseDate(cell, format)).length;
}
