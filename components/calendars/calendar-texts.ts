import type { FieldTexts } from "#components/settings/use-settings-form.ts";
import { exceptionsText } from "#lib/calendars/parse-exceptions.ts";
import { hoursText } from "#lib/calendars/parse-hours.ts";
import { type CalendarHours, WEEKDAYS } from "#lib/calendars/types.ts";

/** Hours as the texts of the form's fields, to begin today; an empty week where there are none yet. */
export function calendarTexts(hours: CalendarHours | null, today: string): FieldTexts {
  const days = WEEKDAYS.map((weekday, at) => [weekday, hoursText(hours?.weekdays[at] ?? [])]);
  const isShut = hours !== null && hours.weekdays.flat().length === 0;
  return {
    ...Object.fromEntries(days),
    ...(isShut ? { alwaysClosed: "on" } : {}),
    exceptions: exceptionsText(hours?.exceptions ?? []),
    validFromOn: today,
  };
}
