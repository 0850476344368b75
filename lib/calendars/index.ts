export { setCalendar } from "./commands/set-calendar.ts";
export { addOpenTime, openTimeBetween } from "./open-time.ts";
export { getCalendar, listCalendarVersions } from "./queries.ts";
export { SetCalendar } from "./schema.ts";
