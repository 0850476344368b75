import { describe, expect, it } from "vitest";
import type { Calendar } from "#lib/calendars/types.ts";
import { hoursLeft } from "#lib/lookup/promise-clock.ts";
import { dueDay } from "#lib/tiers/due-day.ts";

const NINE_TO_FIVE = [{ from: "09:00", to: "17:00" }];
const WEEK = [NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, [], []];
const OFFICE: Calendar = {
  timeZone: "UTC",
  versions: [{ id: "1", validFromOn: "2026-01-01", hours: { weekdays: WEEK, exceptions: [] } }],
};
const ALWAYS: Calendar = { timeZone: "UTC", versions: [] };
const NEVER: Calendar = {
  timeZone: "UTC",
  versions: [
    {
      ...{ id: "1", validFromOn: "2026-01-01" },
      hours: { weekdays: [[], [], [], [], [], [], []], exceptions: [] },
    },
  ],
};

/** Friday 13 November 2026 at 16:00. */
const receivedMs = Date.parse("2026-11-13T16:00:00Z");

describe("the clock of a promise", () => {
  const left = (calendar: Calendar, now: string, promisedHours = 4) =>
    hoursLeft(calendar, { receivedMs, promisedHours, nowMs: Date.parse(now) });

  it("stands still while the workspace is closed", () => {
    expect(left(OFFICE, "2026-11-13T16:30:00Z")).toBe(3);
    expect(left(OFFICE, "2026-11-14T12:00:00Z")).toBe(3);
    expect(left(OFFICE, "2026-11-16T10:00:00Z")).toBe(2);
    expect(left(OFFICE, "2026-11-16T12:00:00Z")).toBe(0);
  });

  it("tells lateness by the clock on the wall", () => {
    expect(left(OFFICE, "2026-11-16T14:00:00Z")).toBe(-2);
    expect(left(OFFICE, "2026-11-17T12:00:00Z")).toBe(-24);
  });

  it("runs day and night without opening hours", () => {
    expect(left(ALWAYS, "2026-11-13T18:00:00Z")).toBe(2);
    expect(left(ALWAYS, "2026-11-13T21:00:00Z")).toBe(-1);
  });

  it("tells nothing where the workspace never opens", () => {
    expect(left(NEVER, "2026-11-13T18:00:00Z")).toBeNull();
  });
});

describe("the last day of a promise", () => {
  it("is the day on which its opening hours are over, from the end of the day it came", () => {
    expect(dueDay(OFFICE, "2026-11-13", 4)).toBe("2026-11-16");
    expect(dueDay(OFFICE, "2026-11-12", 8)).toBe("2026-11-13");
    expect(dueDay(OFFICE, "2026-11-12", 9)).toBe("2026-11-16");
  });

  it("is whole days where the workspace is always open", () => {
    expect(dueDay(ALWAYS, "2026-11-13", 4)).toBe("2026-11-14");
    expect(dueDay(ALWAYS, "2026-11-13", 24)).toBe("2026-11-14");
    expect(dueDay(ALWAYS, "2026-11-13", 48)).toBe("2026-11-15");
    expect(dueDay(NEVER, "2026-11-13", 4)).toBeNull();
  });
});
