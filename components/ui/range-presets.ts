import {
  type CalendarDate,
  endOfMonth,
  parseDate,
  startOfMonth,
  startOfYear,
} from "@internationalized/date";

/** The stretches of time that a range offers by name. */
export const PRESETS = [
  "last7Days",
  "last30Days",
  "last90Days",
  "thisMonth",
  "lastMonth",
  "thisQuarter",
  "lastQuarter",
  "thisYear",
  "last12Months",
] as const;
export type Preset = (typeof PRESETS)[number];

export type DayRange = { start: string; end: string };

/** First and last day of a named stretch as of `today`, both counted; a stretch under way ends today. */
export function presetRange(preset: Preset, today: string): DayRange {
  const day = parseDate(today);
  const [start, end] = stretch(preset, day);
  return { start: start.toString(), end: end.toString() };
}

function stretch(preset: Preset, day: CalendarDate): [CalendarDate, CalendarDate] {
  switch (preset) {
    case "last7Days":
      return [day.subtract({ days: 6 }), day];
    case "last30Days":
      return [day.subtract({ days: 29 }), day];
    case "last90Days":
      return [day.subtract({ days: 89 }), day];
    case "thisMonth":
      return [startOfMonth(day), day];
    case "lastMonth":
      return [startOfMonth(day.subtract({ months: 1 })), endOfMonth(day.subtract({ months: 1 }))];
    case "thisQuarter":
      return [startOfQuarter(day), day];
    case "lastQuarter":
      return [
        startOfQuarter(day).subtract({ months: 3 }),
        startOfQuarter(day).subtract({ days: 1 }),
      ];
    case "thisYear":
      return [startOfYear(day), day];
    case "last12Months":
      return [day.subtract({ years: 1 }).add({ days: 1 }), day];
  }
}

function startOfQuarter(day: CalendarDate): CalendarDate {
  return startOfMonth(day).subtract({ months: (day.month - 1) % 3 });
}
