import { describe, expect, it } from "vitest";
import { z } from "zod";
import { logGamma } from "#lib/stats/log-gamma.ts";
import {
  answersIn,
  type NpsCounts,
  netPromoterScore,
  npsClass,
  npsDifference,
} from "#lib/stats/nps.ts";
import { hasClvReference, readReference } from "#tests/support/clv-reference.ts";

function counts(promoters: number, passives: number, detractors: number): NpsCounts {
  return { promoters, passives, detractors };
}

/** The chance that a sample of `n` has an interval with the true score in it, summed over all samples. */
function coverage(n: number, [promoters, detractors]: readonly [number, number]): number {
  const logs = [promoters, 1 - promoters - detractors, detractors].map(Math.log);
  return allAnswers(n)
    .filter((answers) => answersIn(answers) === n)
    .reduce((sum, answers) => {
      const [low, high] = netPromoterScore(answers)?.interval ?? [0, 0];
      const truth = 100 * (promoters - detractors);
      if (truth < low || truth > high) return sum;
      const each = [answers.promoters, answers.passives, answers.detractors];
      const logChance = each.reduce(
        (total, count, i) => total + count * (logs[i] ?? 0) - logGamma(count + 1),
        logGamma(n + 1),
      );
      return sum + Math.exp(logChance);
    }, 0);
}

/** Every way in which 1 to `most` people can answer. */
function allAnswers(most: number): NpsCounts[] {
  const upTo = (count: number) => Array.from({ length: count + 1 }, (_, i) => i);
  return upTo(most)
    .slice(1)
    .flatMap((n) =>
      upTo(n).flatMap((promoters) =>
        upTo(n - promoters).map((rest) => counts(promoters, n - promoters - rest, rest)),
      ),
    );
}

describe("netPromoterScore", () => {
  it.each([
    [counts(60, 25, 15), 45, 29.34, 58.04],
    [counts(300, 125, 75), 45, 38.26, 51.2],
    [counts(6, 3, 1), 50, -0.2, 77.13],
    [counts(10, 0, 0), 100, 47.5, 100],
  ])("is known with its interval (correctness)", (answers, value, low, high) => {
    const nps = netPromoterScore(answers);
    expect(nps?.value).toBeCloseTo(value, 10);
    expect(nps?.interval[0]).toBeCloseTo(low, 2);
    expect(nps?.interval[1]).toBeCloseTo(high, 2);
  });

  it("turns round when promoters and detractors change places (consistency)", () => {
    const [low, high] = netPromoterScore(counts(17, 9, 4))?.interval ?? [0, 0];
    const turned = netPromoterScore(counts(4, 9, 17));
    expect(turned?.interval[0]).toBeCloseTo(-high, 12);
    expect(turned?.interval[1]).toBeCloseTo(-low, 12);
  });

  it("stays within −100 and 100 and holds the score, for every answer of 2 to 12 (consistency)", () => {
    for (const answers of allAnswers(12).filter((each) => answersIn(each) > 1)) {
      const nps = netPromoterScore(answers);
      const [low, high] = nps?.interval ?? [1, -1];
      expect(low).toBeGreaterThanOrEqual(-100);
      expect(high).toBeLessThanOrEqual(100);
      expect(low).toBeLessThanOrEqual((nps?.value ?? -1000) + 1e-9);
      expect(high).toBeGreaterThanOrEqual((nps?.value ?? 1000) - 1e-9);
      expect(high - low).toBeGreaterThan(1);
    }
  });

  it("holds the true score in 92 % of all samples of 10 and of 30, or more (consistency)", () => {
    for (const n of [10, 30])
      for (const truth of [
        [0.5, 0.2],
        [0.7, 0.1],
        [0.33, 0.33],
        [0.2, 0.5],
        [0.05, 0.05],
      ] as const)
        expect(coverage(n, truth)).toBeGreaterThan(0.92);
  });

  it("is not known without an answer (inputs)", () => {
    expect(netPromoterScore(counts(0, 0, 0))).toBeNull();
  });

  it("takes 9 and 10 for promoters and up to 6 for detractors", () => {
    const classes = Array.from({ length: 11 }, (_, answer) => npsClass(answer));
    expect(classes).toEqual([-1, -1, -1, -1, -1, -1, -1, 0, 0, 1, 1]);
  });
});

describe("npsDifference", () => {
  it("of 60/25/15 and 45/30/25 is 25, clearly above 0", () => {
    const difference = npsDifference(counts(60, 25, 15), counts(45, 30, 25));
    expect(difference?.value).toBeCloseTo(25, 10);
    expect(difference?.standardErrors).toBeCloseTo(2.241, 3);
    expect(difference?.interval[0]).toBeGreaterThan(0);
  });

  it("is not known where a group did not answer", () => {
    expect(npsDifference(counts(1, 1, 1), counts(0, 0, 0))).toBeNull();
  });
});

const bounds = z.tuple([z.number(), z.number()]);
const referenceSchema = z.object({
  nps_examples: z.array(
    z.object({
      promoters: z.number(),
      detractors: z.number(),
      n: z.number(),
      nps: z.number(),
      adjusted_wald: bounds,
    }),
  ),
});

describe.skipIf(!hasClvReference)(
  "NPS against computed values (needs ../shared/reference/clv, and is left out where that is absent)",
  () => {
    it("agrees to nine digits", () => {
      const examples = referenceSchema.parse(readReference("cx_statistics.json")).nps_examples;
      for (const { promoters, detractors, n, nps, adjusted_wald } of examples) {
        const answers = counts(promoters, n - promoters - detractors, detractors);
        const found = netPromoterScore(answers);
        expect(found?.value).toBeCloseTo(nps, 9);
        expect(found?.interval[0]).toBeCloseTo(adjusted_wald[0], 9);
        expect(found?.interval[1]).toBeCloseTo(Math.min(100, adjusted_wald[1]), 9);
      }
    });
  },
);
