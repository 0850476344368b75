import { describe, expect, it } from "vitest";
import {
  JudgeTarget,
  RankTarget,
  readWeights,
  SetWeights,
} from "#lib/segments/targeting/schema.ts";
import { rankRanges, ranksOf, scoreTargets } from "#lib/segments/targeting/score-targets.ts";
import { type FactorFacts, USUAL_WEIGHTS } from "#lib/segments/targeting/types.ts";

const LANDLORDS: FactorFacts = {
  ...{ size: 100, clv: 90_000, cost: 4_000 },
  ...{ fit: 5, capacity: 4, competency: 5 },
};
const FAMILIES: FactorFacts = {
  ...{ size: 400, clv: 30_000, cost: 2_000 },
  ...{ fit: 4, capacity: 3, competency: 3 },
};

const scoresOf = (facts: readonly FactorFacts[], weights = USUAL_WEIGHTS) =>
  scoreTargets(facts, weights).map(({ score }) => score);

describe("the targeting score", () => {
  it("of a segment alone with fit 5, capacity 4 and competency 5 is 96.3 (correctness)", () => {
    expect(scoresOf([LANDLORDS])[0]).toBeCloseTo(100 * 0.8 ** (1 / 6), 12);
    expect(scoresOf([LANDLORDS])[0]).toBeCloseTo(96.3, 1);
  });

  it("is a geometric mean of factors on 0 to 1, cost turned round (correctness)", () => {
    const [landlords] = scoreTargets([LANDLORDS, FAMILIES], USUAL_WEIGHTS);
    expect(landlords?.scales).toEqual({
      ...{ size: 0.25, clv: 1, fit: 1, capacity: 0.8, competency: 1, cost: 0.5 },
    });
    expect(landlords?.score).toBeCloseTo(100 * (0.25 * 0.8 * 0.5) ** (1 / 6), 10);
  });

  it("keeps its order when a factor is counted in another unit (consistency)", () => {
    const third = { ...FAMILIES, size: 50, fit: 5 };
    const inThousands = [LANDLORDS, FAMILIES, third].map((each) => ({
      ...each,
      size: (each.size ?? 0) / 1000,
    }));
    expect(ranksOf(scoresOf(inThousands))).toEqual(ranksOf(scoresOf([LANDLORDS, FAMILIES, third])));
  });

  it("does not guess what is missing, unless the factor does not count", () => {
    const unknown = { ...FAMILIES, fit: null };
    expect(scoresOf([LANDLORDS, unknown])[1]).toBeNull();
    expect(scoresOf([LANDLORDS, unknown], { ...USUAL_WEIGHTS, fit: 0 })[1]).toBeGreaterThan(0);
    expect(scoresOf([{ ...LANDLORDS, cost: 0 }])[0]).toBeNull();
  });

  it("is 0 for a CLV of 0 or less, and unknown where nothing counts (inputs)", () => {
    expect(scoresOf([LANDLORDS, { ...FAMILIES, clv: -5 }])[1]).toBe(0);
    const none = { size: 0, clv: 0, fit: 0, capacity: 0, competency: 0, cost: 0 };
    expect(scoresOf([LANDLORDS], none)).toEqual([null]);
    expect(scoresOf([])).toEqual([]);
  });
});

describe("ranks", () => {
  it("are shared by equal scores, and none without a score", () => {
    expect(ranksOf([50, null, 70, 50])).toEqual([2, null, 1, 2]);
  });

  it("move with a weight where two segments are close, and hold where they are not", () => {
    const close = [
      { ...LANDLORDS, size: 300, clv: 40_000 },
      { ...LANDLORDS, size: 400, clv: 30_000 },
    ];
    expect(rankRanges(close, USUAL_WEIGHTS)).toEqual([
      { best: 1, worst: 2 },
      { best: 1, worst: 2 },
    ]);
    const apart = [LANDLORDS, { ...FAMILIES, clv: 100, fit: 1 }, { ...FAMILIES, fit: null }];
    expect(rankRanges(apart, USUAL_WEIGHTS)).toEqual([
      { best: 1, worst: 1 },
      { best: 2, worst: 2 },
      null,
    ]);
  });
});

describe("what is typed of a target", () => {
  const seen = { segmentId: "0193b3a0-0000-7000-8000-000000000000", version: "0" };

  it("takes judgements of 1 to 5 or nothing", () => {
    expect(JudgeTarget.parse({ ...seen, fit: "4", capacity: "" })).toMatchObject({
      ...{ fit: 4, capacity: null, competency: null, version: 0 },
    });
    expect(JudgeTarget.safeParse({ ...seen, fit: "6" }).success).toBe(false);
  });

  it("takes no rank without a reason", () => {
    const refused = RankTarget.safeParse({ ...seen, rank: "1", rankWhy: " " });
    expect(refused.error?.issues).toMatchObject([{ path: ["rankWhy"] }]);
    expect(RankTarget.parse({ ...seen, rank: "2", rankWhy: "They ask for it" }).rank).toBe(2);
    expect(RankTarget.safeParse({ ...seen, rank: "0", rankWhy: "x" }).success).toBe(false);
  });

  it("takes weights from 0 to 10 of which one counts", () => {
    const typed = { size: "1", clv: "2,5", fit: "0", capacity: "1", competency: "1", cost: "0" };
    expect(SetWeights.parse({ version: "3", ...typed })).toMatchObject({ clv: 2.5, version: 3 });
    const none = { size: "0", clv: "0", fit: "0", capacity: "0", competency: "0", cost: "0" };
    expect(SetWeights.safeParse({ version: "0", ...none }).success).toBe(false);
    expect(SetWeights.safeParse({ version: "0", ...typed, clv: "11" }).success).toBe(false);
    expect(SetWeights.safeParse({ version: "0", ...typed, clv: "-1" }).success).toBe(false);
  });

  it("reads stored weights, and the usual ones where there are none", () => {
    expect(readWeights(undefined)).toEqual(USUAL_WEIGHTS);
    expect(readWeights({ ...USUAL_WEIGHTS, clv: 2 }).clv).toBe(2);
  });
});
