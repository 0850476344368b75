import { describe, expect, it } from "vitest";
import { mergedConsents, unmergedConsents } from "#lib/customers/merge-ledger.ts";
import { mergedValues, unmergedValues } from "#lib/customers/merge-values.ts";

const NOTHING = { email: null, name: null, phone: null, registered_on: null, attributes: {} };
const consent = (purpose: string, state: string) => ({
  ...{ purpose, state, lawful_basis: "consent", source: "import" },
  ...{ recorded_at: "2026-01-01 00:00:00+00", recorded_by: null, import_id: null },
});

describe("a merge of values", () => {
  it("keeps the survivor's, fills what is missing, and takes the earlier day", () => {
    const survivor = {
      ...NOTHING,
      name: "Ann",
      registered_on: "2024-01-01",
      attributes: { a: "1" },
    };
    const merged = {
      ...{ email: "a@x.example", name: "A.", phone: null, registered_on: "2023-05-05" },
      attributes: { a: "2", b: "3" },
    };
    expect(mergedValues(survivor, merged)).toEqual({
      ...{ email: "a@x.example", name: "Ann", phone: null, registered_on: "2023-05-05" },
      attributes: { a: "1", b: "3" },
    });
  });

  it("gives back what it gave, and leaves what was written since", () => {
    const before = { ...NOTHING, name: "Ann", attributes: { a: "1" } };
    const after = {
      ...before,
      email: "a@x.example",
      phone: "1",
      attributes: { a: "1", b: "3", c: "4" },
    };
    const now = { ...after, phone: "2", attributes: { a: "9", b: "3", c: "5", d: "6" } };
    expect(unmergedValues(after, before, after)).toEqual(before);
    expect(unmergedValues(now, before, after)).toEqual({
      ...before,
      phone: "2",
      attributes: { a: "9", c: "5", d: "6" },
    });
  });
});

describe("a merge of consents", () => {
  it("lets an objection hold, and prefers what is known to what is not", () => {
    const survivor = [consent("service", "given"), consent("marketing", "unknown")];
    const merged = [
      consent("service", "withdrawn"),
      consent("marketing", "given"),
      consent("feedback", "given"),
    ];
    const states = mergedConsents(survivor, merged).map(
      ({ purpose, state }) => `${purpose} ${state}`,
    );
    expect(states).toEqual(["feedback given", "marketing given", "service withdrawn"]);
    const kept = mergedConsents([consent("service", "withdrawn")], [consent("service", "given")]);
    expect(kept).toMatchObject([{ state: "withdrawn" }]);
  });

  it("is taken back where nobody said anything since", () => {
    const before = [consent("service", "given")];
    const after = [consent("service", "withdrawn"), consent("feedback", "given")];
    expect(unmergedConsents(after, { before, after })).toEqual(before);
    const now = [consent("service", "unknown"), consent("feedback", "given")];
    expect(unmergedConsents(now, { before, after })).toMatchObject([{ state: "unknown" }]);
  });
});
