import { z } from "zod";
import { SettingsVersion } from "#lib/workspaces/index.ts";
import { isDay, parseExceptions } from "./parse-exceptions.ts";
import { parseHours } from "./parse-hours.ts";
import { type CalendarHours, type Interval, WEEKDAYS } from "./types.ts";

const StoredIntervals = z.array(z.object({ from: z.string(), to: z.string() }));

/** The `hours` column of a version. */
export const StoredHours = z.object({
  weekdays: z.array(StoredIntervals).length(7),
  exceptions: z.array(z.object({ on: z.string(), name: z.string(), intervals: StoredIntervals })),
});

const DayHours = z.string().transform((text, context): readonly Interval[] => {
  const read = parseHours(text);
  if ("intervals" in read) return read.intervals;
  context.addIssue({ code: "custom", message: read.problem });
  return z.NEVER;
});

const Exceptions = z.string().transform((text, context): CalendarHours["exceptions"] => {
  const read = parseExceptions(text);
  if ("exceptions" in read) return read.exceptions;
  for (const message of read.problems) context.addIssue({ code: "custom", message });
  return z.NEVER;
});

const NO_HOUR = "No hour of the week is open. Give hours, or tick Always closed.";
const BOTH = "There are open hours. Remove them, or untick Always closed.";

/** Opening hours from the form: a line of text per weekday, the days that differ one a line. */
export const SetCalendar = z
  .object({
    version: SettingsVersion,
    validFromOn: z.string().refine(isDay, "Give the day these hours begin."),
    monday: DayHours,
    tuesday: DayHours,
    wednesday: DayHours,
    thursday: DayHours,
    friday: DayHours,
    saturday: DayHours,
    sunday: DayHours,
    exceptions: Exceptions,
    alwaysClosed: z.literal("on").optional(),
  })
  .transform(({ version, validFromOn, exceptions, alwaysClosed, ...days }) => ({
    version,
    validFromOn,
    hours: { weekdays: WEEKDAYS.map((weekday) => days[weekday]), exceptions },
    isAlwaysClosed: alwaysClosed !== undefined,
  }))
  .superRefine(({ hours, isAlwaysClosed }, context) => {
    const isOpen = hours.weekdays.some((intervals) => intervals.length > 0);
    if (isOpen !== isAlwaysClosed) return;
    const message = isOpen ? BOTH : NO_HOUR;
    context.addIssue({ code: "custom", path: ["alwaysClosed"], message });
  });
export type SetCalendar = z.output<typeof SetCalendar>;
