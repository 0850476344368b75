import { expect, it } from "vitest";
import { type CardText, cardLength, lengthsDownTo } from "#components/personae/card-length.ts";

const NOTHING: CardText = { quote: null, texts: [], lists: [], tip: null, hasFigures: false };
const words = (letters: number) => "x".repeat(letters);

it("sets a card smaller the more it says, and never larger for one more text", () => {
  const order = ["brief", "short", "medium", "close", "long", "full", "crammed"];
  const sizes = Array.from({ length: 30 }, (_, count) => {
    const texts = Array.from({ length: count }, () => words(150));
    return order.indexOf(cardLength({ ...NOTHING, texts }, false));
  });
  expect(sizes[0]).toBe(0);
  expect(sizes).toEqual(sizes.toSorted((one, other) => one - other));
  expect(sizes.at(-1)).toBe(6);
});

it("tries every larger setting before the one that holds for sure", () => {
  expect(lengthsDownTo("medium", false)).toEqual(["brief", "short", "medium"]);
  expect(lengthsDownTo("short", true)).toEqual(["short"]);
  expect(lengthsDownTo("crammed", true)).toEqual([...["short", "medium", "close", "long", "full"]]);
});

it("sets ten short stages with all the rest above the smallest sizes, on a quarter of A4 and on A5", () => {
  const stages = Array.from({ length: 10 }, () => words(45));
  const text = { ...NOTHING, quote: words(60), texts: [words(80), words(70)], tip: words(70) };
  const told = { ...text, lists: [stages], hasFigures: true };
  expect(cardLength(told, false)).toBe("close");
  expect(cardLength(told, true)).toBe("close");
});
