import { describe, expect, it } from "vitest";
import { nameKey, tidyName } from "#lib/format/name-key.ts";

describe("a name", () => {
  it("is kept without outer and double spaces", () => {
    expect(tidyName("  Quiet \t Loyalists ")).toBe("Quiet Loyalists");
    expect(nameKey("  Quiet   LOYALISTS")).toBe("quiet loyalists");
  });

  it("does not turn the words after it round, and keeps writing from right to left", () => {
    expect(tidyName("Ünïcode 東京 🏠 \u202e rtl \u2066x\u2069")).toBe("Ünïcode 東京 🏠 rtl x");
    expect(tidyName("עברית \u200f")).toBe("עברית \u200f");
  });
});
