import { describe, expect, it } from "vitest";
import type { HoldoutCalibration } from "#lib/clv/types.ts";
import { checkCalibration } from "#lib/defection/calibration.ts";
import { outcomesTable, tenthsTable } from "#lib/defection/calibration-tables.ts";

/** A thousand customers, 150 of whom left; the first tenth of the ranking holds 30 of them. */
const STORED: HoldoutCalibration = {
  ...{ customers: 1000, left: 150, brier: 0.1, brierError: 0.005, baseBrier: 0.1275 },
  ...{ auc: 0.8, aucError: 0.02, lostSpend: 500 },
  tenths: Array.from({ length: 10 }, (_, i) => ({
    ...{ customers: 100, predicted: 0.85, came: i === 0 ? 70 : 86 + (i > 6 ? 2 : 0) },
  })),
  byChance: { customers: 100, left: 30, lostShare: 0.1, lostShareError: 0.03 },
  byLoss: { customers: 100, left: 25, lostShare: 0.4, lostShareError: 0.5 },
};

describe("a check of chances", () => {
  it("has a share of 0.2 and a lift of 2 where 30 of 100 left in the first tenth, and 150 of 1,000 in all", () => {
    const checked = checkCalibration(STORED);
    expect(checked?.byChance.share?.value).toBe(0.2);
    expect(checked?.byChance.lift?.value).toBeCloseTo(2, 12);
    // Wilson of 30 of 100: 0.2189 to 0.3958, over 0.15.
    expect(checked?.byChance.lift?.interval[0]).toBeCloseTo(0.2189 / 0.15, 3);
    expect(checked?.byChance.lift?.interval[1]).toBeCloseTo(0.3958 / 0.15, 3);
  });

  it("tells which tenths are within their interval", () => {
    const checked = checkCalibration(STORED);
    expect(checked?.tenths[0]).toMatchObject({ tenth: 1, came: 70, share: 0.7, isWithin: false });
    expect(checked?.within).toBe(9);
  });

  it("keeps intervals within 0 and 1", () => {
    expect(checkCalibration(STORED)?.byLoss.lostShare?.interval).toEqual([0, 1]);
    expect(checkCalibration(STORED)?.auc?.interval[0]).toBeCloseTo(0.8 - 0.0392, 4);
  });

  it.each([
    [0.85, "close"],
    [0.95, "too_high"],
    [0.75, "too_low"],
  ])("of a foretold share of %f is %s", (predicted, verdict) => {
    const tenths = STORED.tenths.map((tenth) => ({ ...tenth, predicted }));
    expect(checkCalibration({ ...STORED, tenths })?.verdict).toBe(verdict);
  });

  it("knows no lift where nobody left, and nothing of nobody", () => {
    const none = { customers: 100, left: 0, lostShare: null, lostShareError: null };
    const all = { ...STORED, left: 0, auc: null, aucError: null, byChance: none, byLoss: none };
    expect(checkCalibration(all)).toMatchObject({
      auc: null,
      byChance: { share: null, lift: null, lostShare: null },
    });
    expect(checkCalibration({ ...STORED, customers: 0, tenths: [] })).toBeNull();
  });
});

describe("the files of the check", () => {
  it("have a row for each tenth and each outcome, and none without a check", () => {
    expect(tenthsTable(checkCalibration(STORED)).rows).toHaveLength(10);
    expect(tenthsTable(checkCalibration(STORED)).rows[0]?.slice(0, 5)).toEqual([
      ...[1, 100, 0.85, 70, 0.7],
    ]);
    expect(tenthsTable(null).rows).toEqual([]);
    expect(
      outcomesTable([{ outcome: "saved", count: 3, share: null, interval: null }]).rows,
    ).toEqual([["saved", 3, null, null, null]]);
  });
});
