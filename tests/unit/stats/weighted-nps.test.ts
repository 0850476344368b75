import { describe, expect, it } from "vitest";
import { effectiveSampleSize } from "#lib/stats/effective-sample-size.ts";
import { netPromoterScore } from "#lib/stats/nps.ts";
import { weightedNps } from "#lib/stats/weighted-nps.ts";

/** Published with 20 for an answer, by mistake: https://www.greenbookblog.org/2017/03/02. */
const ANSWERS = [10, 2, 7, 8, 6];

describe("weightedNps", () => {
  it("is −20 with equal weights and −63.6 with detractors worth four times as much (correctness)", () => {
    const equal = weightedNps(ANSWERS.map((answer) => ({ answer, weight: 3 })));
    expect(equal?.value).toBeCloseTo(-20, 10);
    const heavy = ANSWERS.map((answer) => ({ answer, weight: answer <= 6 ? 8_000 : 2_000 }));
    expect(weightedNps(heavy)?.value).toBeCloseTo(-63.636, 3);
  });

  it("with equal weights is the plain score and its interval (consistency)", () => {
    const weighted = weightedNps(ANSWERS.map((answer) => ({ answer, weight: 0.7 })));
    const plain = netPromoterScore({ promoters: 1, passives: 2, detractors: 2 });
    expect(weighted?.effectiveN).toBeCloseTo(5, 10);
    expect(weighted?.interval[0]).toBeCloseTo(plain?.interval[0] ?? 0, 9);
    expect(weighted?.interval[1]).toBeCloseTo(plain?.interval[1] ?? 0, 9);
    expect(weighted?.n).toBe(5);
  });

  it("is wider where few weigh most (consistency)", () => {
    const width = (weights: number[]) => {
      const [low, high] = weightedNps(
        weights.map((weight, i) => ({ answer: i % 2 === 0 ? 10 : 7, weight })),
      )?.interval ?? [0, 0];
      return high - low;
    };
    expect(width([9, 9, 1, 1, 1, 1, 1, 1])).toBeGreaterThan(width([1, 1, 1, 1, 1, 1, 1, 1]));
  });

  it("is not known where nothing weighs (inputs)", () => {
    expect(weightedNps([])).toBeNull();
    expect(weightedNps([{ answer: 10, weight: 0 }])).toBeNull();
  });
});

describe("effectiveSampleSize", () => {
  it("counts equal weights as cases, and one heavy one as little more than itself", () => {
    expect(effectiveSampleSize([1, 1, 1, 1])).toBe(4);
    expect(effectiveSampleSize([10, 1, 1])).toBeCloseTo(1.41, 2);
  });

  it("is 0 for nothing", () => {
    expect(effectiveSampleSize([])).toBe(0);
    expect(effectiveSampleSize([0, 0])).toBe(0);
  });
});
