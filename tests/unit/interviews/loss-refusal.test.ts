import { expect, it } from "vitest";
import { lossRefusal } from "#lib/interviews/loss-refusal.ts";

const NONE = { pieces: 0, subjects: 0, unbacked: 0, names: [] };
const WAY_OUT = "Say that the evidence may go along.";

it("refuses nothing where nothing was cut out of an interview", () => {
  expect(lossRefusal(NONE)).toBeNull();
});

it.each([
  [{ pieces: 1 }, "1 piece of evidence goes with this interview."],
  [
    { pieces: 2, unbacked: 1, names: ["Somebody calls"] },
    "2 pieces of evidence go with this interview. 1 need, persona or claim is left without any (“Somebody calls”).",
  ],
  [
    { pieces: 3, unbacked: 2, names: ["Marta", "Somebody calls"] },
    "3 pieces of evidence go with this interview. 2 needs, personae or claims are left without any (“Marta” and “Somebody calls”).",
  ],
  [
    { pieces: 4, unbacked: 4, names: ["Marta"] },
    "4 pieces of evidence go with this interview. 4 needs, personae or claims are left without any (“Marta” and 3 more).",
  ],
  [
    { pieces: 2, unbacked: 2 },
    "2 pieces of evidence go with this interview. 2 needs, personae or claims are left without any.",
  ],
])("says what goes, and what is left without any: %o", (loss, words) => {
  expect(lossRefusal({ ...NONE, ...loss })).toBe(`${words} ${WAY_OUT}`);
});
