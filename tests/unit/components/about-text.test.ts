import { describe, expect, it } from "vitest";
import { aboutText, estimatedWords } from "#components/segments/about-text.ts";

describe("an estimate as text", () => {
  it("has the digits that it can have", () => {
    expect(aboutText(123_456, "en-GB")).toBe("≈ 123,000");
    expect(aboutText(999_600, "en-GB")).toBe("≈ 1,000,000");
    expect(aboutText(0, "en-GB")).toBe("≈ 0");
  });

  it("comes with its interval, how many were drawn and of how many", () => {
    const interval = [119_876, 127_123] as const;
    const estimate = {
      ...{ customers: 123_456, interval, drawn: 15_625, ofAll: 1_000_000 },
      ...{ counts: {}, problems: [], tookMs: 40 },
    };
    expect(estimatedWords(estimate, "en-GB")).toEqual({
      interval: "120,000 – 127,000",
      drawn: "15,625",
      customers: "1,000,000",
    });
  });
});
