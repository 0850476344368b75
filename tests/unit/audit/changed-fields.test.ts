import { expect, it } from "vitest";
import { changedFields } from "#lib/audit/index.ts";

it("tells the fields that differ, before and after", () => {
  const before = { role: "auditor", days: 30, list: ["a"], note: null };
  const after = { role: "owner", days: 30, list: ["a"], extra: true };
  expect(changedFields(before, after)).toEqual({
    before: { role: "auditor", extra: null },
    after: { role: "owner", extra: true },
  });
});

it("tells nothing when nothing has changed", () => {
  expect(changedFields({ a: null, b: ["x"] }, { b: ["x"], a: null })).toBeNull();
});
