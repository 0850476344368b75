import { expect, it } from "vitest";
import { NewSegment } from "#lib/segments/segment-input.ts";

const rule = { all: [{ field: "orders.days", op: ">=", value: 3 }] };

function saidOf(name: unknown): string[] {
  const { error } = NewSegment.safeParse({ name, rule });
  return error?.issues.filter(({ path }) => path[0] === "name").map(({ message }) => message) ?? [];
}

it.each([
  ["", "Give the segment a name."],
  [" \t ", "Give the segment a name."],
  [undefined, "Give the segment a name."],
  ["\u200b", "Give the segment a name that can be seen."],
  ["a\0b", "The name holds what is no character."],
  ["x".repeat(121), "Use at most 120 characters."],
])("says one thing of a name that cannot be: %j", (name, words) => {
  expect(saidOf(name)).toEqual([words]);
});

it.each([
  ["Größe 客户 👩‍👩‍👧 ١٢٣", "Größe 客户 👩‍👩‍👧 ١٢٣"],
  ["  Cafe\u0301  ", "Caf\u00e9"],
])("keeps a name of any script, in one form: %j", (name, kept) => {
  expect(NewSegment.parse({ name, rule }).name).toBe(kept);
});
