import { describe, expect, it } from "vitest";
import { quintileScores, scoreRfm } from "#lib/value/rfm.ts";

describe("quintileScores", () => {
  it("gives five values the five scores", () => {
    expect(quintileScores([50, 10, 40, 20, 30])).toEqual([5, 1, 4, 2, 3]);
  });

  it("lets ties share a score and leaves the next ones empty", () => {
    expect(quintileScores([1, 1, 1, 2, 9])).toEqual([1, 1, 1, 4, 5]);
  });

  it("gives all the middle score when there is no spread", () => {
    expect(quintileScores([7, 7, 7])).toEqual([3, 3, 3]);
    expect(quintileScores([7])).toEqual([3]);
    expect(quintileScores([7, 7, 8])).toEqual([1, 1, 4]);
  });

  it("puts a fifth into each score when no two are equal", () => {
    const scores = quintileScores(Array.from({ length: 1000 }, (_, value) => value));
    for (const score of [1, 2, 3, 4, 5]) {
      expect(scores.filter((each) => each === score)).toHaveLength(200);
    }
  });

  it("has no scores for no values", () => {
    expect(quintileScores([])).toEqual([]);
  });
});

describe("scoreRfm", () => {
  it("counts a later last order as better", () => {
    const [late, early] = scoreRfm([
      { lastOrderedOn: "2026-03-01", purchaseDays: 2, revenueMinor: 500 },
      { lastOrderedOn: "2025-12-31", purchaseDays: 2, revenueMinor: 500 },
    ]);
    expect(late).toMatchObject({ recencyScore: 3, frequencyScore: 3, monetaryScore: 3 });
    expect(early).toMatchObject({ recencyScore: 1, segment: "at_risk" });
  });

  it("calls nobody a rare buyer who spends little where all are alike", () => {
    const alike = { lastOrderedOn: "2026-03-01", purchaseDays: 1, revenueMinor: 500 };
    expect(scoreRfm([alike, alike]).map(({ segment }) => segment)).toEqual([
      "need_attention",
      "need_attention",
    ]);
  });
});
