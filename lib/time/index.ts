export { isInCountedYears, OUTSIDE_YEARS } from "./counted-years.ts";
export { dayInZone, nextDay } from "./days.ts";
export { stopwatch } from "./stopwatch.ts";
export { localToUtcMs, zoneOffsetMs } from "./time-zone.ts";
