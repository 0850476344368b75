import { expect, it } from "vitest";
import { linkRefusal } from "#lib/needs/link-refusal.ts";

const NONE = { questions: 0, ratings: 0, evidence: 0, rules: 0 };
const WAY_OUT =
  "Say that the need may be deleted all the same, or archive it instead: then nothing is lost.";

it("refuses nothing where nothing rests on a need", () => {
  expect(linkRefusal(NONE)).toBeNull();
});

it.each([
  [{ ratings: 1 }, "1 report rests on this need."],
  [{ ratings: 2 }, "2 reports rest on this need."],
  [{ questions: 1, evidence: 3 }, "1 mapped question and 3 links to evidence rest on this need."],
  [{ rules: 1 }, "The rule of 1 segment asks for this need."],
  [
    { evidence: 1, rules: 2 },
    "1 link to evidence rests on this need. The rules of 2 segments ask for this need.",
  ],
])("names what rests on it and who asks for it, one or more: %o", (links, words) => {
  expect(linkRefusal({ ...NONE, ...links })).toBe(`${words} ${WAY_OUT}`);
});
