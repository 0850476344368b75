import { describe, expect, it } from "vitest";
import { parseDate, parseDayIn, parseInstant } from "#lib/imports/parse-date.ts";

const NOT_A_DATE = "Not a date. Write it as 2024-12-31.";

describe("a calendar day", () => {
  it.each([
    ["2024-12-31", "2024-12-31"],
    ["2024-02-29", "2024-02-29"],
    ["2024-1-5", "2024-01-05"],
    ["2024/12/31", "2024-12-31"],
    ["2024.12.31", "2024-12-31"],
    ["20241231", "2024-12-31"],
    ["31.12.2024", "2024-12-31"],
    ["1.2.2024", "2024-02-01"],
    ["31/12/2024", "2024-12-31"],
    ["12/31/2024", "2024-12-31"],
    ["13-1-2024", "2024-01-13"],
    ["5/5/2024", "2024-05-05"],
    ["2024-12-31T23:59:59Z", "2024-12-31"],
    ["2024-12-31 23:59:59.123+02:00", "2024-12-31"],
    ["12/31/2024 8:26", "2024-12-31"],
    ["31.12.2024 08:26 PM", "2024-12-31"],
    ["1/14/2025, 9:20 AM", "2025-01-14"],
    ["14.01.2025, 09:20", "2025-01-14"],
    ["1900-01-01", "1900-01-01"],
    ["2200-12-31", "2200-12-31"],
  ])("written %s is %s", (text, value) => {
    expect(parseDate(text)).toEqual({ value });
  });

  it("asks which way 01/02/2024 is meant, unless told", () => {
    const reason = "The day can be read two ways: choose day/month or month/day.";
    expect(parseDate("01/02/2024")).toEqual({ reason });
    expect(parseDate("01/02/2024", "ymd")).toEqual({ reason });
    expect(parseDate("01/02/2024", "dmy")).toEqual({ value: "2024-02-01" });
    expect(parseDate("01/02/2024", "mdy")).toEqual({ value: "2024-01-02" });
  });

  it("does not bend a date to the format it was told", () => {
    expect(parseDate("12/31/2024", "dmy")).toEqual({ reason: "No such day." });
    expect(parseDate("31/12/2024", "mdy")).toEqual({ reason: "No such day." });
  });

  it.each([
    ["31.02.2020", "No such day."],
    ["2023-02-29", "No such day."],
    ["1900-02-29", "No such day."],
    ["2024-13-01", "No such day."],
    ["2024-00-10", "No such day."],
    ["31/31/2024", "No such day."],
    ["2024-01-05 25:00", "No such time."],
    ["2024-01-05 13:00 pm", "No such time."],
    ["0001-01-01", "The year must lie between 1900 and 2200."],
    ["2201-01-01", "The year must lie between 1900 and 2200."],
    ["1/2/24", "Write the year with four digits."],
    ["45291", NOT_A_DATE],
    ["yesterday", NOT_A_DATE],
    ["2024-12-31-01", NOT_A_DATE],
    ["2024-12/31", NOT_A_DATE],
    ["10:30", NOT_A_DATE],
    ["", NOT_A_DATE],
  ])("refuses %j: %s", (text, reason) => {
    expect(parseDate(text)).toEqual({ reason });
  });
});

describe("an instant", () => {
  const berlin = (text: string) => parseInstant(text, { timeZone: "Europe/Berlin" });

  it("with an offset is told in UTC, and its day is the day in the workspace's zone", () => {
    expect(berlin("2024-12-31T23:30:00Z")).toEqual({
      value: { on: "2025-01-01", at: "2024-12-31T23:30:00.000Z" },
    });
    expect(berlin("2024-07-01 00:30:00.5 -0400")).toEqual({
      value: { on: "2024-07-01", at: "2024-07-01T04:30:00.500Z" },
    });
  });

  it("without an offset is read by the clocks of the workspace", () => {
    expect(berlin("2024-01-15 12:00")).toMatchObject({ value: { at: "2024-01-15T11:00:00.000Z" } });
    expect(berlin("15.07.2024 12:00")).toMatchObject({ value: { at: "2024-07-15T10:00:00.000Z" } });
  });

  it("may stand behind a comma", () => {
    expect(berlin("1/14/2025, 9:20 PM")).toMatchObject({
      value: { on: "2025-01-14", at: "2025-01-14T20:20:00.000Z" },
    });
  });

  it("is read right on the days clocks change", () => {
    const at = (text: string) => {
      const parsed = berlin(text);
      return "value" in parsed ? parsed.value.at : parsed.reason;
    };
    expect(at("2024-03-31 01:59:59")).toBe("2024-03-31T00:59:59.000Z");
    expect(at("2024-03-31 03:00:00")).toBe("2024-03-31T01:00:00.000Z");
    expect(at("2024-03-31 02:30:00"), "a time left out").toBe("2024-03-31T01:30:00.000Z");
    expect(at("2024-10-27 01:59:59")).toBe("2024-10-26T23:59:59.000Z");
    expect(at("2024-10-27 02:30:00"), "a time that comes twice").toBe("2024-10-27T00:30:00.000Z");
    expect(at("2024-10-27 03:00:00")).toBe("2024-10-27T02:00:00.000Z");
  });

  it.each([
    "America/New_York",
    "Asia/Kolkata",
    "Pacific/Apia",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
  ])("comes back the same through the clocks of %s", (zone) => {
    const format = new Intl.DateTimeFormat("sv-SE", {
      timeZone: zone,
      dateStyle: "short",
      timeStyle: "medium",
    });
    for (let ms = Date.UTC(2011, 0, 1); ms < Date.UTC(2013, 0, 1); ms += 5_400_000) {
      const local = format.format(ms);
      const parsed = parseInstant(local, { timeZone: zone });
      const at = "value" in parsed ? (parsed.value.at ?? "") : "";
      expect(format.format(Date.parse(at))).toBe(local);
      const withOffset = parseInstant(new Date(ms).toISOString(), { timeZone: zone });
      expect(withOffset).toMatchObject({ value: { on: local.slice(0, 10) } });
    }
  });

  it("is not made up for a day without a time", () => {
    expect(berlin("2024-12-31")).toEqual({ value: { on: "2024-12-31", at: null } });
  });

  it.each(["2024-12-31T24:00:00Z", "2024-12-31T10:60", "2024-12-31T10:00+19:00"])(
    "is refused at %s",
    (text) => {
      expect(berlin(text)).toEqual({ reason: "No such time." });
    },
  );
});

describe("the day of an instant", () => {
  const clocks = { timeZone: "America/Denver", dayZone: "Europe/Vienna" };

  it.each([
    ["2025-03-01 17:30:00", "2025-03-02", "2025-03-02T00:30:00.000Z"],
    ["2025-03-01 15:30:00", "2025-03-01", "2025-03-01T22:30:00.000Z"],
    ["2025-03-01T23:30:00Z", "2025-03-02", "2025-03-01T23:30:00.000Z"],
    ["2025-03-02T00:30:00+02:00", "2025-03-01", "2025-03-01T22:30:00.000Z"],
  ])("%s is the one in the workspace, whatever the zone of the file", (text, on, at) => {
    expect(parseInstant(text, clocks)).toEqual({ value: { on, at } });
    expect(parseDayIn(text, clocks)).toEqual({ value: on });
  });

  it("is the day as it is written where only a day is meant", () => {
    for (const text of ["2025-03-01", "2025-03-01T00:00:00Z", "2025-03-01 00:00:00"])
      expect(parseDayIn(text, clocks)).toEqual({ value: "2025-03-01" });
    expect(parseDayIn("2025-03-01 25:00:00", clocks)).toEqual({ reason: "No such time." });
  });
});
