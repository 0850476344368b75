import { describe, expect, it } from "vitest";
import {
  departmentsUnder,
  mayHangUnder,
  ownDepartments,
  readingOrder,
} from "#lib/departments/tree.ts";
import type { DepartmentRow } from "#lib/departments/types.ts";

const department = (id: string, parentId: string | null): DepartmentRow => ({
  id,
  name: id,
  parentId,
  head: null,
  memberCount: 0,
  isArchived: false,
  version: 1,
});

/** sales → (shop → counter, wholesale), service */
const TREE = [
  department("wholesale", "sales"),
  department("service", null),
  department("counter", "shop"),
  department("shop", "sales"),
  department("sales", null),
];

describe("the tree of departments", () => {
  it("is read from the top down, equals by name", () => {
    expect(readingOrder(TREE).map(({ id, level, childCount }) => [id, level, childCount])).toEqual([
      ["sales", 1, 2],
      ["shop", 2, 1],
      ["counter", 3, 0],
      ["wholesale", 2, 0],
      ["service", 1, 0],
    ]);
  });

  it("puts a department whose parent is not shown at the top", () => {
    expect(readingOrder([department("shop", "gone")]).map(({ id, level }) => [id, level])).toEqual([
      ["shop", 1],
    ]);
  });

  it("knows what lies under one, at any depth", () => {
    expect([...departmentsUnder(TREE, "sales")].sort()).toEqual(["counter", "shop", "wholesale"]);
    expect([...departmentsUnder(TREE, "counter")]).toEqual([]);
  });

  it.each([
    ["sales", "sales", false],
    ["sales", "counter", false],
    ["shop", "counter", false],
    ["sales", "service", true],
    ["counter", "wholesale", true],
    ["shop", null, true],
  ])("lets %s hang under %s: %s", (id, parentId, isAllowed) => {
    expect(mayHangUnder(TREE, id, parentId)).toBe(isAllowed);
  });

  it("gives a member what they lead, all under it, and what they belong to", () => {
    const led = TREE.map((each) => ({ ...each, headId: each.id === "shop" ? "me" : "other" }));
    const own = (membershipId: string, departmentIds: string[] = []) =>
      ownDepartments(led, { membershipId, departmentIds }).map(({ id }) => id);
    expect(own("me")).toEqual(["counter", "shop"]);
    expect(own("me", ["sales"])).toEqual(["counter", "shop", "sales"]);
    expect(own("nobody", ["gone"])).toEqual([]);
  });

  it("comes to an end even where the stored tree is a circle", () => {
    const circle = [department("a", "b"), department("b", "a")];
    expect([...departmentsUnder(circle, "a")].sort()).toEqual(["a", "b"]);
    expect(mayHangUnder(circle, "a", "b")).toBe(false);
  });
});
