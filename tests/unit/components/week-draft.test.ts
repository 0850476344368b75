import { describe, expect, it } from "vitest";
import { draftText, exceptionDrafts } from "#components/calendars/exception-draft.ts";
import {
  copyMonday,
  dayIntervals,
  dayText,
  draftOf,
  officeWeek,
  wholeWeek,
} from "#components/calendars/week-draft.ts";

const text = (week: ReturnType<typeof draftOf>) =>
  Object.values(week).map((stretches) => dayText(stretches));

describe("a week being typed", () => {
  it("is sent as it was filled in, bad hours included", () => {
    const week = draftOf({ monday: "09:00–12:30, 13:30–late", sunday: "" });
    expect(dayText(week.monday)).toBe("09:00–12:30, 13:30–late");
    expect(dayText(week.sunday)).toBe("");
    expect(dayIntervals(week.monday)).toBeNull();
  });

  it("leaves out a stretch that is quite empty, not one that is half", () => {
    const stretch = { key: 1, from: "", to: "" };
    expect(dayText([stretch, { ...stretch, from: "9" }])).toBe("9–");
  });

  it("can be filled with office hours, with every hour, and with Monday's", () => {
    expect(text(officeWeek())).toEqual([...Array(5).fill("09:00–17:00"), "", ""]);
    expect(text(wholeWeek())).toEqual(Array(7).fill("00:00–24:00"));
    const week = draftOf({ monday: "8–12, 13–17", friday: "8–12", saturday: "10–14" });
    expect(text(copyMonday(week))).toEqual([...Array(5).fill("8–12, 13–17"), "10–14", ""]);
  });
});

it("days that differ are sent one a line, in the order of their rows", () => {
  const lines = "2026-12-24 | 09:00–12:00 | Eve\n2026-12-25 | closed | Day | off";
  const drafts = exceptionDrafts(lines);
  expect(drafts.map(({ hours }) => hours)).toEqual(["09:00–12:00", ""]);
  expect(draftText(drafts)).toBe(
    "2026-12-24 | 09:00–12:00 | Eve\n2026-12-25 | closed | Day  off".replace("  ", " "),
  );
});
