import { describe, expect, it } from "vitest";
import { barEntries, entriesFor, isInSection } from "#components/shell/nav-entries.ts";
import { ROLE_PERMISSIONS } from "#lib/auth/permissions.ts";

const keysOf = (permissions: readonly string[]) =>
  entriesFor(new Set(permissions)).map((entry) => entry.key);

describe("entriesFor", () => {
  it("shows an owner every section", () => {
    expect(keysOf(ROLE_PERMISSIONS.owner)).toEqual([
      "home",
      "customers",
      "segments",
      "needs",
      "personae",
      "listening",
      "value",
      "data",
      "settings",
    ]);
  });

  it("shows the front line the card, but neither value nor imports", () => {
    expect(keysOf(ROLE_PERMISSIONS.frontline)).toEqual([
      ...["home", "lookup", "customers", "settings"],
    ]);
  });
});

describe("the bar of a phone", () => {
  const barOf = (permissions: readonly string[]) => {
    const { shown, more } = barEntries(entriesFor(new Set(permissions)));
    return { shown: shown.map(({ key }) => key), more: more.map(({ key }) => key) };
  };

  it("has five places at most in every role, and leaves nothing out", () => {
    for (const permissions of Object.values(ROLE_PERMISSIONS)) {
      const { shown, more } = barOf(permissions);
      expect(shown.length + (more.length > 0 ? 1 : 0)).toBeLessThanOrEqual(5);
      expect([...shown, ...more].sort()).toEqual(keysOf(permissions).sort());
    }
  });

  it("has all at once where there is room, and else the rest behind the last", () => {
    expect(barOf(ROLE_PERMISSIONS.frontline)).toEqual({
      shown: ["home", "lookup", "customers", "settings"],
      more: [],
    });
    expect(barOf(ROLE_PERMISSIONS.owner)).toEqual({
      shown: ["home", "customers", "listening", "value"],
      more: ["segments", "needs", "personae", "data", "settings"],
    });
  });
});

describe("isInSection", () => {
  const entries = entriesFor(new Set(ROLE_PERMISSIONS.owner));
  const [home, data] = ["home", "data"].map((key) => entries.find((entry) => entry.key === key));

  it("takes home for one page only", () => {
    if (!home) throw new Error("no home");
    expect(isInSection(home, "north", "/w/north")).toBe(true);
    expect(isInSection(home, "north", "/w/north/value")).toBe(false);
  });

  it("takes everything below a section for it, and not its neighbours", () => {
    if (!data) throw new Error("no data");
    expect(isInSection(data, "north", "/w/north/data/imports/new")).toBe(true);
    expect(isInSection(data, "north", "/w/north/database")).toBe(false);
  });
});
