import { describe, expect, it } from "vitest";
import { reasonsOf } from "#lib/defection/reasons.ts";
import type { LeavingFacts } from "#lib/defection/types.ts";

/** Somebody who buys every three weeks and did so ten days ago: nothing is wrong. */
const FINE: LeavingFacts = {
  ...{ purchaseDays: 11, quietDays: 10, spanDays: 210, yearMinor: 10_000, yearBeforeMinor: 10_000 },
  ...{ openComplaints: 0, complaintDays: null, returns: 0, returnDays: null },
  ...{ score: null, scaleMin: null, scaleMax: null, higherIsBetter: null, scoredOn: null },
};

const reasons = (facts: Partial<LeavingFacts>) => reasonsOf({ ...FINE, ...facts });
const SCORE = { scaleMin: 0, scaleMax: 10, higherIsBetter: true, scoredOn: "2026-10-01" };

describe("why a customer may leave", () => {
  it("is nothing where all is as usual", () => {
    expect(reasons({})).toEqual([]);
  });

  it("is a wait of one and a half times the usual one, with both", () => {
    expect(reasons({ quietDays: 31 })).toEqual([]);
    expect(reasons({ quietDays: 84 })).toEqual([{ kind: "quiet", days: 84, usualDays: 21 }]);
  });

  it("of a single purchase knows no usual wait", () => {
    expect(reasons({ purchaseDays: 1, spanDays: 0, quietDays: 29 })).toEqual([]);
    expect(reasons({ purchaseDays: 1, spanDays: 0, quietDays: 200 })).toEqual([
      { kind: "bought_once", days: 200 },
    ]);
  });

  it("is spend that fell by a fifth, of those who spent before", () => {
    expect(reasons({ yearMinor: 8_100 })).toEqual([]);
    expect(reasons({ yearMinor: 6_000 })).toEqual([{ kind: "spend_down", share: 0.4 }]);
    expect(reasons({ yearMinor: 0, yearBeforeMinor: 0 })).toEqual([]);
  });

  it("is a low score on its own scale, also where low is good", () => {
    expect(reasons({ ...SCORE, score: 7 })).toEqual([]);
    expect(reasons({ ...SCORE, score: 3 })).toEqual([
      { kind: "low_score", score: 3, most: 10, occurredOn: "2026-10-01" },
    ]);
    expect(reasons({ ...SCORE, score: 9, higherIsBetter: false })).toHaveLength(1);
    expect(reasons({ ...SCORE, score: 1, higherIsBetter: false })).toEqual([]);
    expect(reasons({ score: 3 })).toEqual([]);
  });

  it("is an open complaint, and a return of the last half year", () => {
    expect(reasons({ openComplaints: 2, complaintDays: 12 })).toEqual([
      { kind: "open_complaint", count: 2, days: 12 },
    ]);
    expect(reasons({ returns: 1, returnDays: 180 })).toEqual([
      { kind: "returned", count: 1, days: 180 },
    ]);
    expect(reasons({ returns: 1, returnDays: 181 })).toEqual([]);
  });

  it("tells the worst first and three at most", () => {
    const found = reasons({
      ...{ quietDays: 84, yearMinor: 6_000, openComplaints: 1, complaintDays: 3 },
      ...{ ...SCORE, score: 0, returns: 1, returnDays: 5 },
    });
    // Weights: 84 / 21 = 4, 3 + 3 / 30 = 3.1, 3 for the lowest score; 1.2 and 1 are left out.
    expect(found.map(({ kind }) => kind)).toEqual(["quiet", "open_complaint", "low_score"]);
  });

  it("is nothing where nothing is known", () => {
    expect(reasons({ purchaseDays: 0, quietDays: null, spanDays: 0, yearBeforeMinor: 0 })).toEqual(
      [],
    );
  });
});
