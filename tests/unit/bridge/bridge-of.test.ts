import { describe, expect, it } from "vitest";
import { bridgeOf } from "#lib/bridge/bridge-of.ts";
import type { BridgeSums } from "#lib/bridge/types.ts";

const SUMS: BridgeSums = {
  ...{ customers: 10, revenueMinor: 10_000, returnedMinor: 500, marginMinor: 4_000 },
  ...{ costToServeMinor: 1_500, expectedMinor: 3_000, interval: [2_000, 4_500] },
};

const amounts = (sums: BridgeSums, fault?: "other_measure" | "other_rates") =>
  Object.fromEntries(
    bridgeOf(sums, fault).steps.map(({ term, amountMinor }) => [term, amountMinor]),
  );

describe("the bridge", () => {
  it("leads from what was ordered to lifetime value, and each sum is that of the steps before it", () => {
    expect(bridgeOf(SUMS)).toEqual({
      customers: 10,
      steps: [
        { term: "ordered", amountMinor: 10_500 },
        { term: "returns", amountMinor: -500 },
        { term: "goods", amountMinor: -6_000 },
        { term: "service", amountMinor: -1_500 },
        { term: "earned", amountMinor: 2_500 },
        { term: "expected", amountMinor: 3_000 },
        { term: "lifetime", amountMinor: 5_500 },
      ],
      totalMinor: 5_500,
      interval: [4_500, 7_000],
      gaps: [],
    });
  });

  it("leaves out what nothing is known of, and names it", () => {
    const bare = { ...SUMS, returnedMinor: 0, costToServeMinor: null, expectedMinor: null };
    expect(amounts({ ...bare, interval: null })).toEqual({
      ...{ ordered: 10_000, goods: -6_000, earned: 4_000 },
    });
    expect(bridgeOf(bare)).toMatchObject({
      ...{ totalMinor: 4_000, interval: null, gaps: ["returns", "service", "expected"] },
    });
  });

  it("takes no cost to serve from revenue where the margin is not set", () => {
    const revenue = { ...SUMS, marginMinor: null };
    expect(amounts(revenue)).toEqual({
      ...{ ordered: 10_500, returns: -500, earned: 10_000, expected: 3_000, lifetime: 13_000 },
    });
    expect(bridgeOf(revenue).gaps).toEqual(["goods"]);
  });

  it("does not add what was expected by another measure or with other rates, and says why", () => {
    for (const fault of ["other_measure", "other_rates"] as const) {
      expect(bridgeOf(SUMS, fault)).toMatchObject({ totalMinor: 2_500, gaps: [fault] });
      expect(amounts(SUMS, fault)).not.toHaveProperty("expected");
    }
  });

  it("may lose", () => {
    expect(bridgeOf({ ...SUMS, costToServeMinor: 9_000 }).totalMinor).toBe(-2_000);
  });
});
