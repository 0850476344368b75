import { describe, expect, it } from "vitest";
import { survivalIntervals } from "#lib/stats/survival-intervals.ts";

/** Remission under 6-MP, Freireich et al. (1963), as in Kalbfleisch and Prentice; limits as Stata's `sts list` prints them. */
const LEUKAEMIA = [
  [21, 3, 0.6197, 0.9516],
  [17, 1, 0.5631, 0.9228],
  [15, 1, 0.5032, 0.8894],
  [12, 1, 0.4316, 0.8491],
  [11, 1, 0.3675, 0.8049],
  [7, 1, 0.2678, 0.7468],
  [6, 1, 0.1881, 0.6801],
] as const;

describe("the intervals of a survival curve", () => {
  it("are those published", () => {
    const found = survivalIntervals(LEUKAEMIA.map(([atRisk, lost]) => ({ atRisk, lost })));
    for (const [at, [, , low, high]] of LEUKAEMIA.entries()) {
      expect(found[at]?.[0]).toBeCloseTo(low, 4);
      expect(found[at]?.[1]).toBeCloseTo(high, 4);
    }
  });

  it("stay as they are where nobody is lost", () => {
    const [first, second] = survivalIntervals([
      { atRisk: 20, lost: 5 },
      { atRisk: 10, lost: 0 },
    ]);
    expect(second).toEqual(first);
  });

  it("are not known before anybody is lost, nor once nobody is left", () => {
    expect(
      survivalIntervals([
        { atRisk: 9, lost: 0 },
        { atRisk: 0, lost: 0 },
        { atRisk: 4, lost: 4 },
      ]),
    ).toEqual([null, null, null]);
  });
});
