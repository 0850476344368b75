import { expect, it } from "vitest";
import { passageWith } from "#lib/evidence/passage-with.ts";

const NOTES =
  "Seven flats in three houses.\n\nA second visit is fine.\n \nA visit, and a second one.";

it("takes the first paragraph that holds most of the words, whatever their case", () => {
  expect(passageWith(NOTES, "VISIT second")).toBe("A second visit is fine.");
  expect(passageWith(NOTES, "flats")).toBe("Seven flats in three houses.");
});

it("takes the first where none holds any, and all of a text in one paragraph", () => {
  expect(passageWith(NOTES, "nowhere")).toBe("Seven flats in three houses.");
  expect(passageWith("One\nparagraph", "nowhere")).toBe("One\nparagraph");
  expect(passageWith("", "x")).toBe("");
});
