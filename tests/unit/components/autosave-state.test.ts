import { describe, expect, it } from "vitest";
import {
  type AutosaveEvent,
  type AutosaveState,
  autosaveStep,
  isSendable,
  newAutosave,
} from "#components/ui/autosave-state.ts";

const at = new Date("2026-11-21T14:32:00Z");
const THEIRS = { current: "theirs", changedBy: "Ana", changedAt: at.toISOString() };

const become = (events: readonly AutosaveEvent[], from: AutosaveState = newAutosave("old")) =>
  events.reduce(autosaveStep, from);
const typed = (text: string): AutosaveEvent => ({ type: "typed", text });
const conflicted = become([
  typed("mine"),
  { type: "sent" },
  {
    type: "answered",
    sent: "mine",
    answer: { ok: false, message: "Stale.", conflict: THEIRS },
    at,
  },
]);

describe("a text that saves itself", () => {
  it("has nothing to send until something is typed", () => {
    expect(isSendable(newAutosave("old"))).toBe(false);
    expect(isSendable(become([typed("new")]))).toBe(true);
    expect(isSendable(become([typed("new"), typed("old")]))).toBe(false);
  });

  it("is saved with the answer, and has more to send when typing went on", () => {
    const events: AutosaveEvent[] = [
      typed("new"),
      { type: "sent" },
      typed("newer"),
      { type: "answered", sent: "new", answer: { ok: true }, at },
    ];
    const state = become(events);
    expect(state).toMatchObject({ text: "newer", saved: "new", status: "saved", savedAt: at });
    expect(isSendable(state)).toBe(true);
  });

  it("keeps what was typed when it is refused, breaks, or finds no network, and may be sent again", () => {
    const refused = { type: "answered", sent: "new", answer: { ok: false, message: "Taken." }, at };
    const ends = [refused, { type: "broken", reason: "Broken." }, { type: "offline" }];
    const states = ends.map((end) =>
      become([typed("new"), { type: "sent" }, end as AutosaveEvent]),
    );
    expect(states.map(({ status, reason }) => [status, reason])).toEqual([
      ["failed", "Taken."],
      ["failed", "Broken."],
      ["queued", null],
    ]);
    expect(states.every((state) => state.text === "new" && isSendable(state))).toBe(true);
  });

  it("takes over what the page brings unless something is typed", () => {
    expect(become([{ type: "seen", value: "theirs" }]).text).toBe("theirs");
    expect(become([typed("mine"), { type: "seen", value: "theirs" }])).toMatchObject({
      text: "mine",
      saved: "old",
    });
  });
});

describe("two people at one text", () => {
  it("stop the saving and keep both texts", () => {
    expect(conflicted).toMatchObject({ text: "mine", status: "conflict", conflict: THEIRS });
    expect(isSendable(conflicted)).toBe(false);
    expect(isSendable(become([typed("mine too")], conflicted))).toBe(false);
  });

  it("keep mine: it is sent over theirs", () => {
    const state = become([{ type: "keptMine" }], conflicted);
    expect(state).toMatchObject({ text: "mine", saved: "theirs", conflict: null });
    expect(isSendable(state)).toBe(true);
  });

  it("use theirs: nothing is sent", () => {
    const state = become([{ type: "usedTheirs" }], conflicted);
    expect(state).toMatchObject({ text: "theirs", saved: "theirs", conflict: null });
    expect(isSendable(state)).toBe(false);
  });

  it("merge: both are in the field, to be sent over theirs", () => {
    const state = become([{ type: "merged", text: "mine / theirs" }], conflicted);
    expect(state).toMatchObject({ text: "mine / theirs", saved: "theirs", conflict: null });
    expect(isSendable(state)).toBe(true);
  });

  it("is no conflict when both wrote the same", () => {
    const same = {
      ok: false,
      message: "Stale.",
      conflict: { ...THEIRS, current: "mine" },
    } as const;
    const state = become([typed("mine"), { type: "answered", sent: "mine", answer: same, at }]);
    expect(state).toMatchObject({ status: "saved", conflict: null, saved: "mine" });
  });
});
