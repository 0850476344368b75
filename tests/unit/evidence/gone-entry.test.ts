import { describe, expect, it } from "vitest";
import { goneEntry } from "#components/evidence/gone-entry.ts";

const linked =
  (...keys: string[]) =>
  (key: string) =>
    keys.includes(key);

describe("the entry of a list that went last", () => {
  it("is the one that was linked, also while another enters in its place", () => {
    expect(goneEntry(["a", "b", "c"], ["a", "c"], linked("b"))).toEqual({ key: "b", at: 1 });
    expect(goneEntry(["a", "b", "c"], ["b", "c", "d"], linked("a"))).toEqual({ key: "a", at: 0 });
  });

  it("is none that only makes room for one that is back", () => {
    expect(goneEntry(["b", "c", "d"], ["a", "b", "c"], linked())).toBeNull();
    expect(goneEntry(["b", "c", "d"], ["a", "b", "c"], linked("x"))).toBeNull();
  });

  it("is none of several, and none where all stay", () => {
    expect(goneEntry(["a", "b"], [], linked("a", "b"))).toBeNull();
    expect(goneEntry(["a", "b"], ["b", "a"], linked("a", "b"))).toBeNull();
  });
});
