import { describe, expect, it } from "vitest";
import { daysOverdue } from "#lib/sources/overdue.ts";
import { REFRESH_RHYTHMS } from "#lib/sources/types.ts";

describe("daysOverdue", () => {
  it("is 0 up to the day a weekly source is due, and counts from the day after", () => {
    expect(daysOverdue("weekly", "2026-11-01", "2026-11-08")).toBe(0);
    expect(daysOverdue("weekly", "2026-11-01", "2026-11-09")).toBe(1);
    expect(daysOverdue("weekly", "2026-11-01", "2026-11-30")).toBe(22);
  });

  it("waits a whole year of 366 days for a yearly one", () => {
    expect(daysOverdue("yearly", "2023-03-01", "2024-03-01")).toBe(0);
    expect(daysOverdue("yearly", "2024-03-01", "2025-03-03")).toBe(1);
  });

  it("has an answer for each rhythm, and none for a source that comes on demand", () => {
    const answers = REFRESH_RHYTHMS.map((rhythm) =>
      daysOverdue(rhythm, "2020-01-01", "2026-01-01"),
    );
    expect(answers.filter((days) => days === null)).toHaveLength(1);
    expect(daysOverdue("on_demand", "2020-01-01", "2026-01-01")).toBeNull();
  });
});
