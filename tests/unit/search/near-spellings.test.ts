import { describe, expect, it } from "vitest";
import { nearNumbers, nearSpellings, swappedWords } from "#lib/search/near-spellings.ts";

describe("nearSpellings", () => {
  it("has every single mistake, and no second one", () => {
    const near = nearSpellings("alma finck");
    const expected = ["alma finch", "alma finc", "alm finck", "alam finck", "amla finck"];
    for (const spelling of [...expected, "alma fincck", "alma finck".slice(1)])
      expect(near, spelling).toContain(spelling);
    expect(near).not.toContain("alma finck");
    expect(near).not.toContain("alna finch");
  });

  it("stays bounded, and is none for what is too short", () => {
    expect(nearSpellings("abc")).toEqual([]);
    expect(nearSpellings("a b")).toEqual([]);
    expect(nearSpellings("")).toEqual([]);
    expect(nearSpellings("x".repeat(200)).length).toBeLessThan(24 * 56);
  });
});

describe("swappedWords", () => {
  it("are two in the other order", () => {
    expect(swappedWords("alma finck")).toBe("finck alma");
    expect(swappedWords("alma")).toBeNull();
    expect(swappedWords("maria del carmen")).toBeNull();
  });
});

describe("nearNumbers", () => {
  it("closes spaces and takes zeros off or puts them on", () => {
    expect(nearNumbers("00 414")).toEqual(expect.arrayContaining(["00414", "414", "0414"]));
    expect(nearNumbers("414")).toContain("0000000414");
    expect(nearNumbers("c- 9")).toEqual(["c-9", "C-9"]);
  });

  it("is nothing for other texts, and never the text itself", () => {
    expect(nearNumbers("C-9")).toEqual([]);
    expect(nearNumbers("   ")).toEqual([]);
    expect(nearNumbers("0")).not.toContain("0");
    expect(nearNumbers("414")).not.toContain("414");
  });
});
