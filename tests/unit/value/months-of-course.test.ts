import { describe, expect, it } from "vitest";
import { monthsOfCourse } from "#lib/clv-runs/months-of-course.ts";
import { pastRunId } from "#lib/clv-runs/run-month.ts";

const point = (cutoffOn: string | null, value: number | null) => ({ cutoffOn, value });
const byValue = ({ value }: { value: number | null }) => value;

describe("monthsOfCourse", () => {
  it("leaves the place of a month without a run empty, over the turn of a year too", () => {
    const course = [point("2025-11-30", 4), point("2026-02-15", 6)];
    expect(monthsOfCourse(course, byValue)).toEqual([
      { cutoffOn: "2025-11-30", value: 4 },
      { cutoffOn: null, value: null },
      { cutoffOn: null, value: null },
      { cutoffOn: "2026-02-15", value: 6 },
    ]);
  });

  it("is empty without runs, and keeps a run that does not have the number", () => {
    expect(monthsOfCourse([], byValue)).toEqual([]);
    expect(monthsOfCourse([point(null, 4)], byValue)).toEqual([]);
    expect(monthsOfCourse([point("2026-01-31", null)], byValue)).toEqual([
      { cutoffOn: "2026-01-31", value: null },
    ]);
  });
});

describe("pastRunId", () => {
  const months = [
    { month: "2026-11", runId: "now" },
    { month: "2026-08", runId: "august" },
  ];

  it("is the run of a month before the latest, and none for the latest and for a month without one", () => {
    expect(pastRunId(months, "2026-08")).toBe("august");
    for (const month of ["2026-11", "2026-10", "", "nonsense"])
      expect(pastRunId(months, month)).toBeNull();
    expect(pastRunId([], "2026-08")).toBeNull();
  });
});
