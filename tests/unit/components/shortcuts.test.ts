import { describe, expect, it } from "vitest";
import { readKey, SHORTCUTS } from "#components/shell/shortcuts.ts";

describe("the keys of the page", () => {
  it("mean one thing each", () => {
    const all = SHORTCUTS.map(({ keys }) => keys.join(" "));
    expect(new Set(all).size).toBe(all.length);
  });

  it("never begin with a whole shortcut: that one would always win", () => {
    const singles = SHORTCUTS.filter(({ keys }) => keys.length === 1).map(({ keys }) => keys[0]);
    const begins = SHORTCUTS.filter(({ keys }) => keys.length > 1).map(({ keys }) => keys[0]);
    expect(begins.filter((key) => singles.includes(key))).toEqual([]);
  });

  it("are read one after the other", () => {
    expect(readKey(null, "g")).toBe("begun");
    expect(readKey("g", "c")).toBe("go.customers");
    expect(readKey(null, "c")).toBe("create");
    expect(readKey(null, "?")).toBe("help");
  });

  it("begin anew after a second key that leads nowhere", () => {
    expect(readKey("g", "j")).toBe("next");
    expect(readKey("g", "q")).toBeNull();
    expect(readKey("g", "g")).toBe("begun");
    expect(readKey(null, "q")).toBeNull();
  });
});
