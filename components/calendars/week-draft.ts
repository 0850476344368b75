import { parseHours } from "#lib/calendars/parse-hours.ts";
import { type Interval, WEEKDAYS, type Weekday } from "#lib/calendars/types.ts";

/** A stretch as it is being typed. `key` stays while others come and go. */
export type DraftStretch = { key: number; from: string; to: string };
export type WeekDraft = Readonly<Record<Weekday, readonly DraftStretch[]>>;

let lastKey = 0;

/** A stretch of its own. */
export function newStretch(from = "", to = ""): DraftStretch {
  lastKey += 1;
  return { key: lastKey, from, to };
}

/** A week from a line of text per weekday; what is no stretch stays as it was typed. */
export function draftOf(texts: Readonly<Record<string, string>>): WeekDraft {
  return eachDay((weekday) => {
    const text = texts[weekday]?.trim() ?? "";
    if (text === "") return [];
    return text.split(",").map((part) => {
      const [from = "", to = ""] = part.split(/[–-]/);
      return newStretch(from.trim(), to.trim());
    });
  });
}

/** The line of text that a day is sent as; a stretch that is quite empty is left out. */
export function dayText(stretches: readonly DraftStretch[]): string {
  return stretches
    .filter(({ from, to }) => from.trim() !== "" || to.trim() !== "")
    .map(({ from, to }) => `${from.trim()}–${to.trim()}`)
    .join(", ");
}

/** What a day amounts to; null while a stretch is incomplete or wrong. */
export function dayIntervals(stretches: readonly DraftStretch[]): readonly Interval[] | null {
  const read = parseHours(dayText(stretches));
  return "intervals" in read ? read.intervals : null;
}

/** Monday to Friday from 9 to 17. */
export function officeWeek(): WeekDraft {
  return eachDay((weekday) => (isWorkday(weekday) ? [newStretch("09:00", "17:00")] : []));
}

/** Every hour of every day. */
export function wholeWeek(): WeekDraft {
  return eachDay(() => [newStretch("00:00", "24:00")]);
}

/** Monday's hours from Monday to Friday. */
export function copyMonday(week: WeekDraft): WeekDraft {
  return eachDay((weekday) =>
    isWorkday(weekday) && weekday !== "monday"
      ? week.monday.map(({ from, to }) => newStretch(from, to))
      : week[weekday],
  );
}

function isWorkday(weekday: Weekday): boolean {
  return weekday !== "saturday" && weekday !== "sunday";
}

function eachDay(make: (weekday: Weekday) => readonly DraftStretch[]): WeekDraft {
  return Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, make(weekday)])) as WeekDraft;
}
