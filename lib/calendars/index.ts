export { setCalendar } from "./commands/set-calendar.ts";
export { getCalendar, listCalendarVersions } from "./queries.ts";
export { SetCalendar } from "./schema.ts";
