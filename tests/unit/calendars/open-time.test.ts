import { describe, expect, it } from "vitest";
import { openIntervalsOn, weeklyOpenMs } from "#lib/calendars/open-intervals.ts";
import { addOpenTime, isOpenAt, openTimeBetween } from "#lib/calendars/open-time.ts";
import { hoursText, parseHours } from "#lib/calendars/parse-hours.ts";
import type { Calendar, CalendarVersion, DayException, Interval } from "#lib/calendars/types.ts";
import { versionEnds } from "#lib/calendars/version-ends.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const BERLIN = "Europe/Berlin";

function intervals(text: string): readonly Interval[] {
  const read = parseHours(text);
  if ("problem" in read) throw new Error(read.problem);
  return read.intervals;
}

type Given = { from?: string; week: readonly string[]; except?: readonly DayException[] };

function version({ from = "2000-01-01", week, except = [] }: Given): CalendarVersion {
  const hours = { weekdays: week.map(intervals), exceptions: except };
  return { id: from, validFromOn: from, hours };
}

function calendar(timeZone: string, ...versions: readonly Given[]): Calendar {
  return { timeZone, versions: versions.map(version) };
}

const OFFICE = "9–12:30, 13:30–17:30";
const WEEK = [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, "", ""];
const NIGHTS = Array.from({ length: 7 }, () => "0–4");
const ms = (iso: string) => Date.parse(iso);
const iso = (instant: number | null) => instant && new Date(instant).toISOString();

describe("opening hours of a day", () => {
  it("are the whole day where there is no calendar", () => {
    expect(hoursText(openIntervalsOn(calendar(BERLIN), "2026-11-22"))).toBe("00:00–24:00");
  });

  it("are the weekday's, the exception's, or those of the version in force", () => {
    const christmas = { on: "2026-12-24", name: "Eve", intervals: intervals("9–12") };
    const off = { on: "2026-12-25", name: "Day", intervals: [] };
    const given = calendar(
      BERLIN,
      { from: "2026-01-01", week: WEEK, except: [christmas, off] },
      { from: "2027-01-01", week: ["8–16", ...WEEK.slice(1)] },
      { from: "2027-01-01", week: ["7–15", ...WEEK.slice(1)] },
    );
    const on = (day: string) => hoursText(openIntervalsOn(given, day));
    expect(on("2025-12-31")).toBe("00:00–24:00");
    expect(on("2026-12-23")).toBe("09:00–12:30, 13:30–17:30");
    expect(on("2026-12-24")).toBe("09:00–12:00");
    expect(on("2026-12-25")).toBe("");
    expect(on("2026-12-26")).toBe("");
    expect(on("2027-01-04")).toBe("07:00–15:00");
  });

  it("add up to the hours of a week", () => {
    expect(weeklyOpenMs(version({ week: WEEK }).hours)).toBe(37.5 * HOUR_MS);
  });
});

describe("versions", () => {
  it("end the day before the next begins, and never count when another begins with them", () => {
    const days = ["2026-01-01", "2026-03-01", "2026-03-01"].map((validFromOn) => ({ validFromOn }));
    expect(versionEnds(days)).toEqual(["2026-02-28", "never", null]);
  });
});

describe("open time", () => {
  const office = calendar(BERLIN, { week: WEEK });

  it("does not run at lunch, at night and at the weekend", () => {
    expect(isOpenAt(office, ms("2026-11-20T08:00:00Z"))).toBe(true);
    expect(isOpenAt(office, ms("2026-11-20T07:59:59.999Z"))).toBe(false);
    expect(isOpenAt(office, ms("2026-11-20T11:30:00Z"))).toBe(false);
    // Friday 16:30 to Monday 9:30: one hour and half an hour
    const worked = openTimeBetween(office, ms("2026-11-20T15:30:00Z"), ms("2026-11-23T08:30:00Z"));
    expect(worked).toBe(1.5 * HOUR_MS);
  });

  it("is due at the end of a day's hours, not at the start of the next", () => {
    const friday = ms("2026-11-20T15:30:00Z");
    expect(iso(addOpenTime(office, friday, HOUR_MS))).toBe("2026-11-20T16:30:00.000Z");
    expect(iso(addOpenTime(office, friday, HOUR_MS + 1))).toBe("2026-11-23T08:00:00.001Z");
    expect(addOpenTime(office, friday, 0)).toBe(friday);
  });

  it("leaves out the hour that spring leaves out", () => {
    // 29 March 2026: 02:00 becomes 03:00; 0–4 lasts three hours, and 02:30 does not exist
    const nights = calendar(BERLIN, { week: NIGHTS });
    const [start, end] = [ms("2026-03-28T23:00:00Z"), ms("2026-03-29T22:00:00Z")];
    expect(openTimeBetween(nights, start, end)).toBe(3 * HOUR_MS);
    expect(iso(addOpenTime(nights, start, 3 * HOUR_MS))).toBe("2026-03-29T02:00:00.000Z");
    const halfPastTwo = calendar(BERLIN, { week: NIGHTS.map(() => "2:30–3:30") });
    expect(openTimeBetween(halfPastTwo, start, end)).toBe(0.5 * HOUR_MS);
  });

  it("counts the hour that autumn gives twice, twice", () => {
    // 25 October 2026: 03:00 becomes 02:00 again
    const nights = calendar(BERLIN, { week: NIGHTS.map(() => "2–3") });
    const [start, end] = [ms("2026-10-24T22:00:00Z"), ms("2026-10-25T23:00:00Z")];
    expect(openTimeBetween(nights, start, end)).toBe(2 * HOUR_MS);
    expect(isOpenAt(nights, ms("2026-10-25T00:30:00Z"))).toBe(true);
    expect(isOpenAt(nights, ms("2026-10-25T01:30:00Z"))).toBe(true);
  });

  it("knows a day that a zone leaves out", () => {
    // Apia went from 29 to 31 December 2011
    const always = calendar("Pacific/Apia", { week: NIGHTS.map(() => "0–24") });
    const [start, end] = [ms("2011-12-29T10:00:00Z"), ms("2011-12-31T10:00:00Z")];
    expect(openTimeBetween(always, start, end)).toBe(48 * HOUR_MS);
  });

  it("never comes where nothing ever opens, and opens on an exception alone", () => {
    const shut = calendar(BERLIN, { week: NIGHTS.map(() => "") });
    expect(addOpenTime(shut, ms("2026-01-01T00:00:00Z"), 1)).toBeNull();
    expect(openTimeBetween(shut, ms("2026-01-02T00:00:00Z"), ms("2026-01-01T00:00:00Z"))).toBe(0);
    const fair = { on: "2026-05-01", name: "Fair", intervals: intervals("10–12") };
    const once = calendar(BERLIN, { week: NIGHTS.map(() => ""), except: [fair] });
    expect(iso(addOpenTime(once, ms("2026-01-01T00:00:00Z"), HOUR_MS))).toBe(
      "2026-05-01T09:00:00.000Z",
    );
  });
});

/** A seeded source of chance: mulberry32. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const ZONES = [
  BERLIN,
  "UTC",
  "America/New_York",
  "Australia/Lord_Howe",
  "America/St_Johns",
  "Asia/Kathmandu",
  "Africa/Cairo",
  "America/Sao_Paulo",
];
/** Around changes of clocks, and Sao Paulo's and Cairo's at midnight. */
const MOMENTS = [
  "2018-11-03",
  "2018-02-17",
  "2026-03-28",
  "2026-10-24",
  "2026-11-01",
  "2026-04-23",
];

function randomDay(next: () => number): string {
  const count = Math.floor(next() * 4);
  const quarters = Array.from({ length: 2 * count }, () => Math.floor(next() * 97));
  const cuts = [...new Set(quarters)].sort((one, other) => one - other);
  const clock = (quarter = 0) =>
    `${Math.floor(quarter / 4)}:${String((quarter % 4) * 15).padStart(2, "0")}`;
  return Array.from(
    { length: Math.floor(cuts.length / 2) },
    (_, at) => `${clock(cuts[2 * at])}–${clock(cuts[2 * at + 1])}`,
  ).join(", ");
}

function randomCase(seed: number) {
  const next = chance(seed);
  const pick = <T>(list: readonly T[], fallback: T): T =>
    list[Math.floor(next() * list.length)] ?? fallback;
  const moment = ms(pick(MOMENTS, "2026-03-28"));
  const day = (offset: number) => new Date(moment + offset * DAY_MS).toISOString().slice(0, 10);
  const week = () => Array.from({ length: 7 }, () => randomDay(next));
  const except = [{ on: day(1), name: "x", intervals: intervals(randomDay(next)) }];
  const given = calendar(
    pick(ZONES, "UTC"),
    { from: day(-3), week: week(), except },
    { from: day(1 + Math.floor(next() * 2)), week: week() },
  );
  const start = moment - DAY_MS + Math.floor(next() * 2 * 24 * 60) * MINUTE_MS;
  return { given, start, minutes: Math.floor(next() * 3 * 24 * 60), next };
}

/** Minute by minute, by the clock that Intl shows: slow, and another road to the same answer. */
function openMinutes({ timeZone, versions }: Calendar, start: number, minutes: number): number {
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    dateStyle: "short",
    timeStyle: "short",
  });
  let open = 0;
  for (let at = 0; at < minutes; at++) {
    const [day = "", clock = ""] = format.format(start + at * MINUTE_MS).split(" ");
    const inForce = versions.filter(({ validFromOn }) => validFromOn <= day).at(-1);
    const weekday = (new Date(day).getUTCDay() + 6) % 7;
    const exception = inForce?.hours.exceptions.find(({ on }) => on === day);
    const hours = exception?.intervals ?? inForce?.hours.weekdays[weekday];
    if (!hours || hours.some(({ from, to }) => from <= clock && clock < to)) open++;
  }
  return open;
}

const SEEDS = Array.from({ length: 120 }, (_, at) => at + 1);

describe("open time of random calendars around changes of clocks", () => {
  it.each(SEEDS)("is what a minute-by-minute count finds (seed %i)", (seed) => {
    const { given, start, minutes } = randomCase(seed);
    const counted = openMinutes(given, start, minutes) * MINUTE_MS;
    expect(openTimeBetween(given, start, start + minutes * MINUTE_MS)).toBe(counted);
  });

  it.each(SEEDS)("comes back from addOpenTime, and no earlier instant has it (seed %i)", (seed) => {
    const { given, start, next } = randomCase(seed);
    const wanted = Math.floor(next() * 40 * HOUR_MS) + 1;
    const due = addOpenTime(given, start, wanted);
    if (due === null) {
      expect(given.versions.at(-1)?.hours.weekdays.flat()).toEqual([]);
      return;
    }
    expect(openTimeBetween(given, start, due)).toBe(wanted);
    expect(openTimeBetween(given, start, due - 1)).toBe(wanted - 1);
    expect(isOpenAt(given, due - 1)).toBe(true);
  });
});
