import { describe, expect, it } from "vitest";
import { measureOpportunity, opportunity } from "#lib/stats/opportunity.ts";

describe("opportunity", () => {
  /** Published: design vectors of Ulwick's score. */
  it.each([
    [9, 4, 14, "high"],
    [9, 9, 9, "served"],
    [6, 8, 6, "overserved"],
    [8.2, 3.1, 13.3, "high"],
    [9.5, 2, 17, "extreme"],
    [8, 5, 11, "solid"],
  ])("of importance %f and satisfaction %f is %f, %s (correctness)", (I, S, score, band) => {
    expect(opportunity(I, S)).toEqual({ score: expect.closeTo(score, 12), band });
  });

  it("counts the edges of a band to the higher one, but 15 to high", () => {
    expect(opportunity(10, 5).band).toBe("high");
    expect(opportunity(10, 8).band).toBe("high");
    expect(opportunity(10, 10).band).toBe("solid");
  });
});

describe("measureOpportunity", () => {
  it("of 90 and 40 of 100 is 14, in 12.22 to 15.27", () => {
    const found = measureOpportunity({ count: 90, n: 100 }, { count: 40, n: 100 });
    expect(found?.score).toBeCloseTo(14, 10);
    expect(found?.interval[0]).toBeCloseTo(12.22, 2);
    expect(found?.interval[1]).toBeCloseTo(15.27, 2);
  });

  it("holds its score for every pair of shares (consistency)", () => {
    for (let important = 0; important <= 10; important++)
      for (let satisfied = 0; satisfied <= 10; satisfied++) {
        const found = measureOpportunity({ count: important, n: 10 }, { count: satisfied, n: 10 });
        const [low, high] = found?.interval ?? [1, 0];
        expect(low).toBeGreaterThanOrEqual(-1e-12);
        expect(high).toBeLessThanOrEqual(20);
        expect(low).toBeLessThanOrEqual((found?.score ?? -1) + 1e-12);
        expect(high).toBeGreaterThanOrEqual((found?.score ?? 99) - 1e-12);
      }
  });

  it("is not known without answers to one of the two (inputs)", () => {
    expect(measureOpportunity({ count: 0, n: 0 }, { count: 1, n: 2 })).toBeNull();
    expect(measureOpportunity({ count: 1, n: 2 }, { count: 0, n: 0 })).toBeNull();
  });
});
