export { dayInZone, nextDay } from "./days.ts";
export { isTimeZone, localToUtcMs, zoneOffsetMs } from "./time-zone.ts";
