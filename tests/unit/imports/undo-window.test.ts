import { describe, expect, it } from "vitest";
import { type UndoFacts, undoableUntil, whyNotUndoable } from "#lib/imports/undo-window.ts";

const NOW = new Date("2026-11-22T12:00:00Z");
const DONE: UndoFacts = {
  status: "succeeded",
  isDryRun: false,
  finishedAt: new Date("2026-11-21T12:00:01Z"),
  created: 1,
  updated: 0,
  customersCreated: 0,
};

describe("the undo window", () => {
  it("is open for 24 hours after the end of an import that changed something", () => {
    expect(undoableUntil(DONE)).toEqual(new Date("2026-11-22T12:00:01Z"));
    expect(whyNotUndoable(DONE, NOW)).toBeNull();
    expect(whyNotUndoable({ ...DONE, status: "failed" }, NOW)).toBeNull();
  });

  it.each<[Partial<UndoFacts>, RegExp]>([
    [{ isDryRun: true }, /dry run/],
    [{ status: "running", finishedAt: null }, /not ended/],
    [{ status: "queued", finishedAt: null }, /not ended/],
    [{ status: "undoing" }, /being undone already/],
    [{ status: "undone" }, /been undone already/],
    [{ created: 0 }, /changed nothing/],
    [{ finishedAt: new Date("2026-11-21T12:00:00Z") }, /24 hours/],
  ])("is shut for %j", (facts, reason) => {
    expect(whyNotUndoable({ ...DONE, ...facts }, NOW)).toMatch(reason);
  });
});
