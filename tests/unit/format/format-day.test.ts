import { describe, expect, it } from "vitest";
import { formatDay } from "#lib/format/format-day.ts";
import { formatInstant } from "#lib/format/format-instant.ts";

describe("formatDay", () => {
  it("writes the day before the month", () => {
    expect(formatDay("2026-11-21", "en")).toBe("21 Nov 2026");
    expect(formatDay("2026-11-21", "de")).toBe("21.11.2026");
  });

  it("shows a dash where there is no day", () => {
    expect(formatDay(null, "en")).toBe("–");
  });
});

describe("formatInstant", () => {
  it("tells the time of the workspace's zone", () => {
    expect(formatInstant("2026-11-21T23:30:00.000Z", "en", "Europe/Vienna")).toBe(
      "22 Nov 2026, 00:30",
    );
  });

  it("shows a dash where there is no instant", () => {
    expect(formatInstant(null, "en", "UTC")).toBe("–");
  });
});
