import { describe, expect, it } from "vitest";
import { exceptionsText, parseExceptions } from "#lib/calendars/parse-exceptions.ts";
import { hoursText, parseHours } from "#lib/calendars/parse-hours.ts";
import { SetCalendar } from "#lib/calendars/schema.ts";

describe("parseHours", () => {
  it.each([
    ["9–17", "09:00–17:00"],
    ["9:00-12:30, 13.30 to 17:30", "09:00–12:30, 13:30–17:30"],
    ["13–17; 8–12", "08:00–12:00, 13:00–17:00"],
    ["0–24", "00:00–24:00"],
    ["8–12, 12–16", "08:00–12:00, 12:00–16:00"],
    ["", ""],
    ["Closed", ""],
  ])("reads %j", (text, expected) => {
    const read = parseHours(text);
    expect("intervals" in read && hoursText(read.intervals)).toBe(expected);
  });

  it.each([
    ["9", /no stretch/],
    ["9–17,", /missing between/],
    ["25–26", /does not exist/],
    ["9:75–10", /does not exist/],
    ["24–24", /does not exist/],
    ["23:00–24:30", /does not exist/],
    ["17–9", /ends before it begins/],
    ["9–9", /ends before it begins/],
    ["9–13, 12–17", /09:00–13:00 and 12:00–17:00 overlap/],
    ["1–2,2–3,3–4,4–5,5–6,6–7,7–8,8–9,9–10", /at most 8/],
  ])("refuses %j in words", (text, words) => {
    expect(parseHours(text)).toEqual({ problem: expect.stringMatching(words) });
  });
});

describe("parseExceptions", () => {
  it("reads closed days and other hours, by day, and writes them as it reads them", () => {
    const text = "2026-12-25 | closed | Christmas Day\n\n2026-12-24 | 9–12 | Christmas Eve";
    const read = parseExceptions(text);
    const exceptions = "exceptions" in read ? read.exceptions : [];
    expect(exceptionsText(exceptions)).toBe(
      "2026-12-24 | 09:00–12:00 | Christmas Eve\n2026-12-25 | closed | Christmas Day",
    );
  });

  it("names every bad line", () => {
    const text =
      "2026-02-30 | closed | x\n2026-01-01 | closed | New Year\n2026-01-01 | 9 | y\n2026-01-02 | 9–8 | z\n2026-01-03 | closed |";
    expect(parseExceptions(text)).toEqual({
      problems: [
        expect.stringMatching(/^Day 1: “2026-02-30” is no day/),
        "Day 3: 2026-01-01 is there twice.",
        expect.stringMatching(/^Day 4: .*ends before/),
        expect.stringMatching(/^Day 5: The name is missing/),
      ],
    });
  });
});

describe("SetCalendar", () => {
  const closed = Object.fromEntries(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].map((day) => [
      day,
      "",
    ]),
  );
  const form = { version: "3", validFromOn: "2026-01-01", exceptions: "", ...closed };
  const fieldsOf = (input: object) =>
    SetCalendar.safeParse(input).error?.issues.map(({ path }) => path.join("."));

  it("takes a week and its days", () => {
    const read = SetCalendar.parse({ ...form, tuesday: "9–17" });
    expect(read).toMatchObject({ version: 3, validFromOn: "2026-01-01", isAlwaysClosed: false });
    expect(read.hours.weekdays[1]).toEqual([{ from: "09:00", to: "17:00" }]);
  });

  it("asks for an open hour, or for the word that there is none", () => {
    expect(fieldsOf(form)).toEqual(["alwaysClosed"]);
    expect(fieldsOf({ ...form, alwaysClosed: "on" })).toBeUndefined();
    expect(fieldsOf({ ...form, alwaysClosed: "on", friday: "9–10" })).toEqual(["alwaysClosed"]);
  });

  it("marks the weekday that is wrong", () => {
    expect(fieldsOf({ ...form, monday: "9–17", sunday: "late" })).toEqual(["sunday"]);
    expect(fieldsOf({ ...form, monday: "9–17", validFromOn: "soon" })).toEqual(["validFromOn"]);
  });
});
