import { isInCountedYears, OUTSIDE_YEARS } from "#lib/time/index.ts";
import type { DateFormat, Parsed } from "./types.ts";

const ISO = /^\d{4}-\d\d-\d\d$/;
const COMPACT = /^(\d{4})(\d\d)(\d\d)$/;
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/;
const SHORT_YEAR = /^\d{1,2}([-/.])\d{1,2}\1\d{2}$/;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * Reads a calendar day and gives it as YYYY-MM-DD. Dots mean day first; with slashes or dashes and the year
 * last, the order of day and month must show from the numbers or be said by `dateFormat`.
 */
export function parseCalendarDay(text: string, dateFormat?: DateFormat): Parsed<string> {
  if (ISO.test(text)) return checkedDay(text.slice(0, 4), text.slice(5, 7), text.slice(8));
  const compact = COMPACT.exec(text);
  if (compact) return checkedDay(compact[1], compact[2], compact[3]);
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return checkedDay(yearFirst[1], yearFirst[3], yearFirst[4]);
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast) return yearLastDay(yearLast, dateFormat);
  if (SHORT_YEAR.test(text)) return { reason: "Write the year with four digits." };
  return { reason: "Not a date. Write it as 2024-12-31." };
}

function yearLastDay(match: RegExpExecArray, dateFormat?: DateFormat): Parsed<string> {
  const [, first = "", separator, second = "", year] = match;
  if (separator === "." || dateFormat === "dmy") return checkedDay(year, second, first);
  if (dateFormat === "mdy") return checkedDay(year, first, second);
  const isReadTwoWays = Number(first) <= 12 && Number(second) <= 12;
  if (isReadTwoWays && Number(first) !== Number(second))
    return { reason: "The day can be read two ways: choose day/month or month/day." };
  return Number(first) > 12 ? checkedDay(year, second, first) : checkedDay(year, first, second);
}

function checkedDay(yearText = "", monthText = "", dayText = ""): Parsed<string> {
  const year = Number(yearText);
  const month = Number(monthText);
  const day = Number(dayText);
  if (day < 1 || day > monthLength(year, month)) return { reason: "No such day." };
  if (!isInCountedYears(yearText)) return { reason: OUTSIDE_YEARS };
  return { value: `${yearText}-${monthText.padStart(2, "0")}-${dayText.padStart(2, "0")}` };
}

function monthLength(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}
