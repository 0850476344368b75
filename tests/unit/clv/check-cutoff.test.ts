import { describe, expect, it } from "vitest";
import { checkCutoff } from "#lib/clv/index.ts";

function doubtsAbout(days: readonly number[], cutoffDay: number) {
  const count = days.length;
  const columns = {
    ...{ customers: new Int32Array(count), days: Int32Array.from(days) },
    amounts: new Float64Array(count).fill(10),
  };
  return checkCutoff(columns, cutoffDay);
}

describe("checkCutoff", () => {
  it("has no doubt about a cut-off at the last purchase, or soon after", () => {
    expect(doubtsAbout([0, 200, 365], 365)).toEqual([]);
    expect(doubtsAbout([0, 365], 365 + 27)).toEqual([]);
    expect(doubtsAbout([0, 365], 365 + 73)).toEqual([]);
  });

  it("tells of a silence as long as a fifth of the history, with its days", () => {
    const [doubt] = doubtsAbout([0, 365], 365 + 74);
    expect(doubt).toMatchObject({ code: "late_cutoff", level: "red", values: { days: 74 } });
    expect(doubtsAbout([5], 5 + 28)).toHaveLength(1);
  });

  it("has nothing to say of nothing", () => {
    expect(doubtsAbout([], 100)).toEqual([]);
  });
});
