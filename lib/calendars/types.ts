/** A stretch of opening hours on one day, as local clocks show it: "09:00" to "12:30"; `to` may be "24:00". */
export type Interval = { readonly from: string; readonly to: string };

/** A day that differs from its weekday: closed when it has no interval. */
export type DayException = {
  /** YYYY-MM-DD */
  readonly on: string;
  readonly name: string;
  readonly intervals: readonly Interval[];
};

/** Monday first. */
export const WEEKDAYS = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Opening hours: seven weekdays, Monday first, and the days that differ. */
export type CalendarHours = {
  readonly weekdays: readonly (readonly Interval[])[];
  readonly exceptions: readonly DayException[];
};

/** Hours in force from a day on, until a later version begins. */
export type CalendarVersion = {
  readonly id: string;
  /** YYYY-MM-DD in the workspace's time zone */
  readonly validFromOn: string;
  readonly hours: CalendarHours;
};

/** All versions, by the day they begin and, within a day, in the order they were saved. Without any it is always open. */
export type Calendar = {
  /** IANA name */
  readonly timeZone: string;
  readonly versions: readonly CalendarVersion[];
};

/** A version as the list shows it. */
export type CalendarVersionRow = CalendarVersion & {
  /** The last day it is in force; null while no later version ends it, "never" when another began on the same day */
  readonly untilOn: string | null | "never";
  /** ISO 8601 in UTC */
  readonly createdAt: string;
  /** Who saved it; null for the operator and for somebody unknown */
  readonly savedBy: string | null;
};
