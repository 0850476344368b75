import { describe, expect, it } from "vitest";
import {
  addPeriods,
  cohortPeriod,
  isFinished,
  periodsBetween,
  wholeMonthEnds,
} from "#lib/value/cohort-periods.ts";

describe("cohortPeriod", () => {
  it("is a month for two years, a quarter for six, a year beyond", () => {
    expect(cohortPeriod("2025-01-31", "2026-12-01")).toBe("month");
    expect(cohortPeriod("2025-01-01", "2027-01-01")).toBe("quarter");
    expect(cohortPeriod("2021-01-01", "2026-12-31")).toBe("quarter");
    expect(cohortPeriod("2021-01-01", "2027-01-01")).toBe("year");
  });
});

describe("periods", () => {
  it("are counted over the turn of a year", () => {
    expect(periodsBetween("2025-11-01", "2026-02-01", "month")).toBe(3);
    expect(periodsBetween("2025-10-01", "2026-04-01", "quarter")).toBe(2);
    expect(periodsBetween("2020-01-01", "2026-01-01", "year")).toBe(6);
    expect(addPeriods("2025-11-01", 3, "month")).toBe("2026-02-01");
    expect(addPeriods("2025-10-01", 1, "quarter")).toBe("2026-01-01");
  });

  it("are over on their last day", () => {
    expect(isFinished("2026-02-01", "month", "2026-02-27")).toBe(false);
    expect(isFinished("2026-02-01", "month", "2026-02-28")).toBe(true);
    expect(isFinished("2028-02-01", "month", "2028-02-28")).toBe(false);
    expect(isFinished("2026-10-01", "quarter", "2026-12-30")).toBe(false);
    expect(isFinished("2026-01-01", "year", "2026-12-31")).toBe(true);
  });
});

describe("wholeMonthEnds", () => {
  it("run from the month of the first order to the last one that is over", () => {
    expect(wholeMonthEnds("2025-12-31", "2026-03-30")).toEqual([
      "2025-12-31",
      "2026-01-31",
      "2026-02-28",
    ]);
    expect(wholeMonthEnds("2026-03-01", "2026-03-31")).toEqual(["2026-03-31"]);
    expect(wholeMonthEnds("2026-03-01", "2026-03-30")).toEqual([]);
  });
});
