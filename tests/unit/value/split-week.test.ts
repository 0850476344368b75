import { describe, expect, it } from "vitest";
import { splitPurchases } from "#lib/clv/index.ts";
import { splitWeekOf } from "#lib/clv-runs/split-week.ts";

const tracked = (weeks: number) =>
  Array.from({ length: weeks }, (_, index) => ({ week: index + 1, actual: 0, predicted: 0 }));

describe("the week in which calibration ends", () => {
  it("is as many weeks before the last one as are held back", () => {
    expect(splitWeekOf({ tracking: tracked(78), holdoutWeeks: 39 })).toBe(39);
  });

  it("is that of the split, or the one before where the last week has just begun", () => {
    const one = (day: number) => Int32Array.of(day);
    const purchases = { customers: one(0), days: one(100), amounts: Float64Array.of(10) };
    const days = [
      [200, 250],
      [201, 250],
      [202, 251],
      [203, 256],
      [206, 259],
      [254, 331],
    ] as const;
    for (const [splitDay, cutoffDay] of days) {
      const { split } = splitPurchases(purchases, splitDay, cutoffDay);
      const holdoutWeeks = split.holdoutDays / 7;
      const week = splitWeekOf({ tracking: tracked(split.weeklyRepeats.length), holdoutWeeks });
      const exact = Math.floor(split.calibrationDays / 7) + 1;
      expect([exact - 1, exact]).toContain(week);
    }
  });

  it("is not told where no week lies before or after it", () => {
    expect(splitWeekOf({ tracking: [], holdoutWeeks: 13 })).toBeNull();
    expect(splitWeekOf({ tracking: tracked(13), holdoutWeeks: 13 })).toBeNull();
    expect(splitWeekOf({ tracking: tracked(13), holdoutWeeks: 0.5 })).toBe(12);
  });
});
