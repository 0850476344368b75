import { describe, expect, it } from "vitest";
import {
  type AcquisitionSums,
  acquisitionRow,
  acquisitionTotal,
} from "#lib/bridge/acquisition-row.ts";

const FAIRS: AcquisitionSums = {
  ...{ channel: "Fairs", costMinor: 1_000, customers: 10 },
  ...{ earnedMinor: 2_000, expectedMinor: 1_000, squaredDeviations: 9_000 },
};

describe("what a channel cost and brought", () => {
  it("is told for each customer won, with the ratio and its interval", () => {
    const row = acquisitionRow(FAIRS);
    expect(row).toMatchObject({
      ...{ costEachMinor: 100, earnedEachMinor: 200, expectedEachMinor: 100 },
      ...{ valueEachMinor: 300, ratio: 3 },
    });
    // The standard error is √(9,000 / 9 / 10) = 10; t(9) is 2.262.
    expect(row.ratioInterval?.[0]).toBeCloseTo(3 - 0.2262, 3);
    expect(row.ratioInterval?.[1]).toBeCloseTo(3 + 0.2262, 3);
  });

  it("has an interval as wide as the last backtest was wrong about what is expected", () => {
    const row = acquisitionRow(FAIRS, -0.5);
    expect(row.ratioInterval?.[0]).toBeCloseTo(2.5, 9);
    expect(row.ratioInterval?.[1]).toBeCloseTo(3.5, 9);
    const earned = acquisitionRow({ ...FAIRS, expectedMinor: null }, -0.5);
    expect(earned.ratioInterval?.[1]).toBeCloseTo(2 + 0.2262, 3);
    expect(acquisitionTotal([FAIRS], -0.5).ratioInterval).toEqual(row.ratioInterval);
  });

  it("has no ratio of few customers, of no cost, or without a margin", () => {
    expect(acquisitionRow({ ...FAIRS, customers: 4 })).toMatchObject({
      ...{ ratio: null, ratioInterval: null, costEachMinor: 250 },
    });
    expect(acquisitionRow({ ...FAIRS, costMinor: 0 }).ratio).toBeNull();
    expect(acquisitionRow({ ...FAIRS, earnedMinor: null })).toMatchObject({
      ...{ ratio: null, valueEachMinor: null },
    });
  });

  it("is only a cost where it won nobody", () => {
    const nobody = { ...FAIRS, customers: 0, earnedMinor: 0, expectedMinor: 0 };
    expect(acquisitionRow(nobody)).toMatchObject({ costEachMinor: null, ratio: null });
    const total = acquisitionTotal([FAIRS, nobody]);
    expect(total).toMatchObject({ costMinor: 2_000, customers: 10, costEachMinor: 200 });
    expect(total.ratio).toBeCloseTo(1.5);
  });

  it("adds up over channels as if all customers were of one", () => {
    const more = { ...FAIRS, customers: 5, earnedMinor: 500, expectedMinor: 0 };
    const total = acquisitionTotal([FAIRS, more]);
    expect(total).toMatchObject({ customers: 15, costEachMinor: 2_000 / 15 });
    expect(total.valueEachMinor).toBeCloseTo(3_500 / 15);
    expect(acquisitionTotal([])).toMatchObject({ customers: 0, ratio: null });
  });
});
