export { dayInZone, nextDay } from "./days.ts";
export { localToUtcMs, zoneOffsetMs } from "./time-zone.ts";
