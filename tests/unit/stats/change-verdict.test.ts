import { describe, expect, it } from "vitest";
import { changeNews, changeVerdict } from "#lib/stats/change-verdict.ts";

describe("changeVerdict", () => {
  it("is clear where the interval of the difference leaves out 0", () => {
    expect(changeVerdict([0.49, 7.5])).toBe("up");
    expect(changeVerdict([-14, -2])).toBe("down");
  });

  it("is none where 0 lies inside or at an end", () => {
    expect(changeVerdict([-2, 5])).toBe("none");
    expect(changeVerdict([0, 5])).toBe("none");
    expect(changeVerdict([-5, 0])).toBe("none");
  });

  it("is unknown where there is nothing to compare with", () => {
    expect(changeVerdict(null)).toBe("unknown");
  });
});

describe("changeNews", () => {
  it("depends on which direction is better", () => {
    expect(changeNews("up", "higher")).toBe("good");
    expect(changeNews("up", "lower")).toBe("bad");
    expect(changeNews("down", "higher")).toBe("bad");
    expect(changeNews("down", "lower")).toBe("good");
  });

  it("is neither good nor bad without a clear change", () => {
    expect(changeNews("none", "higher")).toBe("neutral");
    expect(changeNews("unknown", "lower")).toBe("neutral");
  });
});
