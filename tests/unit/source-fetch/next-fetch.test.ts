import { describe, expect, it } from "vitest";
import { nextAfterFailureMs, nextFetchMs } from "#lib/source-fetch/next-fetch.ts";
import type { FetchTimes } from "#lib/source-fetch/types.ts";

const DAILY: FetchTimes = { rhythm: "daily", atHour: 5, weekDay: 1 };
const next = (times: Partial<FetchTimes>, after: string, zone = "Europe/Vienna") =>
  new Date(nextFetchMs({ ...DAILY, ...times }, zone, Date.parse(after))).toISOString();

describe("the next time of a schedule", () => {
  it("is the hour of the day by the clocks of the zone: today's, or tomorrow's once it has passed", () => {
    expect(next({}, "2026-11-22T12:00:00Z")).toBe("2026-11-23T04:00:00.000Z");
    expect(next({}, "2026-11-22T03:59:59Z")).toBe("2026-11-22T04:00:00.000Z");
    expect(next({}, "2026-11-22T04:00:00Z")).toBe("2026-11-23T04:00:00.000Z");
  });

  it("is the next full hour of an hourly one, however many were missed", () => {
    expect(next({ rhythm: "hourly" }, "2026-11-22T12:00:00Z")).toBe("2026-11-22T13:00:00.000Z");
    expect(next({ rhythm: "hourly" }, "2026-11-22T12:59:59Z")).toBe("2026-11-22T13:00:00.000Z");
  });

  it("is on its day of the week", () => {
    // 22 November 2026 is a Sunday.
    expect(next({ rhythm: "weekly", weekDay: 1 }, "2026-11-22T12:00:00Z")).toBe(
      "2026-11-23T04:00:00.000Z",
    );
    expect(next({ rhythm: "weekly", weekDay: 7 }, "2026-11-22T12:00:00Z")).toBe(
      "2026-11-29T04:00:00.000Z",
    );
  });

  it("keeps its hour when the clocks change, and has one fetch where an hour comes twice or not at all", () => {
    expect(next({}, "2026-10-24T12:00:00Z")).toBe("2026-10-25T04:00:00.000Z");
    expect(next({}, "2026-10-23T12:00:00Z")).toBe("2026-10-24T03:00:00.000Z");
    const twice = { atHour: 2 };
    expect(next(twice, "2026-10-24T12:00:00Z")).toBe("2026-10-25T00:00:00.000Z");
    expect(next(twice, "2026-10-25T00:00:00Z")).toBe("2026-10-26T01:00:00.000Z");
    expect(next(twice, "2026-03-28T12:00:00Z")).toBe("2026-03-29T01:00:00.000Z");
    expect(next(twice, "2026-03-29T01:00:00Z")).toBe("2026-03-30T00:00:00.000Z");
  });
});

describe("the next time after failures", () => {
  const nowMs = Date.parse("2026-11-22T12:00:00Z");
  const nextAfter = (failures: number, rhythm: FetchTimes["rhythm"] = "daily") =>
    nextAfterFailureMs({ ...DAILY, rhythm }, "UTC", { failures, nowMs });

  it("comes after 10 minutes, half an hour and two hours, then at its time, and not at all after ten", () => {
    expect([1, 2, 3].map((count) => ((nextAfter(count) ?? 0) - nowMs) / 60_000)).toEqual([
      10, 30, 120,
    ]);
    expect(nextAfter(4)).toBe(Date.parse("2026-11-23T05:00:00Z"));
    expect(nextAfter(9)).toBe(Date.parse("2026-11-23T05:00:00Z"));
    expect(nextAfter(10)).toBeNull();
  });

  it("never comes later than the schedule says", () => {
    expect(nextAfter(3, "hourly")).toBe(nowMs + 3_600_000);
  });
});
