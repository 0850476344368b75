import { describe, expect, it } from "vitest";
import { treeStep, visibleBranches } from "#components/departments/visible-branches.ts";
import { readingOrder } from "#lib/departments/tree.ts";

const ROWS = readingOrder(
  [
    ["sales", null],
    ["shop", "sales"],
    ["counter", "shop"],
    ["service", null],
  ].map(([id, parentId]) => ({
    id: id ?? "",
    name: id ?? "",
    parentId: parentId ?? null,
    head: null,
    memberCount: 0,
    isArchived: false,
    version: 1,
  })),
);
const ids = (closed: string[]) => visibleBranches(ROWS, new Set(closed)).map(({ id }) => id);

describe("a tree of departments on the screen", () => {
  it("hides all that lies under a closed one, at any depth", () => {
    expect(ids([])).toEqual(["sales", "shop", "counter", "service"]);
    expect(ids(["shop"])).toEqual(["sales", "shop", "service"]);
    expect(ids(["sales"])).toEqual(["sales", "service"]);
  });

  it.each([
    ["sales", "ArrowDown", [], { focus: "shop" }],
    ["service", "ArrowUp", ["sales"], { focus: "sales" }],
    ["sales", "ArrowUp", [], null],
    ["service", "ArrowDown", [], null],
    ["sales", "ArrowRight", [], { focus: "shop" }],
    ["sales", "ArrowRight", ["sales"], { open: "sales" }],
    ["counter", "ArrowRight", [], null],
    ["sales", "ArrowLeft", [], { close: "sales" }],
    ["sales", "ArrowLeft", ["sales"], null],
    ["counter", "ArrowLeft", [], { focus: "shop" }],
    ["counter", "Enter", [], null],
    ["", "ArrowDown", [], null],
  ])("on %s answers %s", (id, key, closed, step) => {
    const now = new Set<string>(closed);
    expect(treeStep(visibleBranches(ROWS, now), now, { id, key })).toEqual(step);
  });
});
