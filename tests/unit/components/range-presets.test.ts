import { describe, expect, it } from "vitest";
import { toCalendarDay } from "#components/ui/calendar-day.ts";
import { PRESETS, presetRange } from "#components/ui/range-presets.ts";

const TODAY = "2026-11-20";

describe("a named stretch of days", () => {
  it.each([
    ["last7Days", "2026-11-14", "2026-11-20"],
    ["last30Days", "2026-10-22", "2026-11-20"],
    ["last90Days", "2026-08-23", "2026-11-20"],
    ["thisMonth", "2026-11-01", "2026-11-20"],
    ["lastMonth", "2026-10-01", "2026-10-31"],
    ["thisQuarter", "2026-10-01", "2026-11-20"],
    ["lastQuarter", "2026-07-01", "2026-09-30"],
    ["thisYear", "2026-01-01", "2026-11-20"],
    ["last12Months", "2025-11-21", "2026-11-20"],
  ] as const)("%s runs from %s to %s", (preset, start, end) => {
    expect(presetRange(preset, TODAY)).toEqual({ start, end });
  });

  it("crosses the turn of the year", () => {
    expect(presetRange("lastMonth", "2026-01-31")).toEqual({
      start: "2025-12-01",
      end: "2025-12-31",
    });
    expect(presetRange("lastQuarter", "2026-02-15")).toEqual({
      start: "2025-10-01",
      end: "2025-12-31",
    });
    expect(presetRange("last12Months", "2024-02-29").start).toBe("2023-03-01");
  });

  it("never ends before it starts, on any day of a leap year", () => {
    for (let day = 0; day < 366; day += 1) {
      const today = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
      for (const preset of PRESETS) {
        const { start, end } = presetRange(preset, today);
        expect(start <= end && end <= today, `${preset} on ${today}`).toBe(true);
      }
    }
  });
});

describe("a calendar day", () => {
  it.each(["", null, undefined, "2026-02-30", "20.11.2026", "yesterday"])(
    "is none for %j",
    (text) => {
      expect(toCalendarDay(text)).toBeNull();
    },
  );

  it("keeps the day it was given", () => {
    expect(toCalendarDay("2024-02-29")?.toString()).toBe("2024-02-29");
  });
});
