import { describe, expect, it } from "vitest";
import { speaksAgainst } from "#lib/imports/date-evidence.ts";

describe("days of a new file", () => {
  it("speak against the order of an earlier one when fewer of them are days in it", () => {
    expect(speaksAgainst(["09/02/2025", "28/02/2025"], "mdy")).toBe(true);
    expect(speaksAgainst(["09/02/2025", "28/02/2025"], "dmy")).toBe(false);
    expect(speaksAgainst(["02/28/2025"], "dmy")).toBe(true);
  });

  it("say nothing where each can be read both ways, or only one way is known", () => {
    expect(speaksAgainst(["09/02/2025", "01/03/2025"], "mdy")).toBe(false);
    expect(speaksAgainst([], "mdy")).toBe(false);
    expect(speaksAgainst(["2025-02-28"], "ymd")).toBe(false);
  });
});
