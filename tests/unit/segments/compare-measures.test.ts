import { describe, expect, it } from "vitest";
import { compareMeasures } from "#lib/segments/compare-measures.ts";
import { type FigureSums, NO_SUMS } from "#lib/segments/figure-sums.ts";
import { largestSegments } from "#lib/segments/largest-segments.ts";
import { primaryOrder } from "#lib/segments/primary-order.ts";
import type { SegmentRow } from "#lib/segments/segment-types.ts";

const sums = (more: Partial<FigureSums>): FigureSums => ({ ...NO_SUMS, ...more });

describe("a segment beside everybody else", () => {
  it("is clearly higher or lower only where the interval of the difference leaves out 0", () => {
    const own = sums({ customers: 200, promoters: 10, detractors: 90, complaints: 40 });
    const all = sums({
      ...{ customers: 1_200, promoters: 510, detractors: 190, passives: 300, complaints: 140 },
    });
    const [clv, leaving, nps, complaints] = compareMeasures(own, all);
    expect(clv).toMatchObject({ name: "clvPerCustomer", own: { value: null }, verdict: "unknown" });
    expect(leaving).toMatchObject({ name: "leaving", verdict: "unknown" });
    expect(nps).toMatchObject({ own: { value: -80, n: 100 }, verdict: "down" });
    expect(nps?.other.value).toBeCloseTo((100 * (500 - 100)) / 900);
    expect(complaints).toMatchObject({ own: { value: 20 }, other: { value: 10 }, verdict: "up" });
  });

  it("says nothing of 5 complaints of 100 beside 40 of 1,000", () => {
    const own = sums({ customers: 100, complaints: 5 });
    const all = sums({ customers: 1_100, complaints: 45 });
    expect(compareMeasures(own, all)[3]).toMatchObject({ verdict: "none" });
  });
});

describe("the order of the primary segmentation", () => {
  const asked = [
    { segmentId: "a", rank: 2 },
    { segmentId: "b", rank: 1 },
    { segmentId: "c", rank: null },
    { segmentId: "d", rank: 2 },
  ];

  it("goes by number, equals as they stood, and leaves out who has none", () => {
    expect(primaryOrder({ move: null, asked })).toEqual(["b", "a", "d"]);
  });

  it("moves one by a button, and nobody beyond the ends", () => {
    expect(primaryOrder({ move: "up:d", asked })).toEqual(["b", "d", "a"]);
    expect(primaryOrder({ move: "down:b", asked })).toEqual(["a", "b", "d"]);
    expect(primaryOrder({ move: "up:b", asked })).toEqual(["b", "a", "d"]);
    expect(primaryOrder({ move: "down:d", asked })).toEqual(["b", "a", "d"]);
  });
});

it("compares the primary segments first, then those with the most customers, and none without", () => {
  const row = (name: string, primaryRank: number | null, customers: number | null): SegmentRow => ({
    ...{ id: name, name, kind: "rule", rule: null, note: null, purpose: null, lawfulBasis: null },
    ...{ primaryRank, version: 1, isFresh: true, isArchived: false },
    sums: customers === null ? null : sums({ customers }),
  });
  const rows = [row("a", null, 9), row("b", 2, 1), row("c", null, null), row("d", 1, 1)];
  expect(largestSegments(rows, 3).map(({ id }) => id)).toEqual(["d", "b", "a"]);
});
