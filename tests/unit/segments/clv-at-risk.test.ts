import { describe, expect, it } from "vitest";
import { clvAtRisk, NO_CLV_AT_RISK } from "#lib/segments/clv-at-risk.ts";
import { NO_SUMS } from "#lib/segments/figure-sums.ts";

describe("CLV at risk", () => {
  const all = { ...NO_SUMS, customers: 500, scored: 400, atRiskMinor: "80000" };
  const some = { ...NO_SUMS, customers: 50, scored: 40, atRiskMinor: "20000" };

  it("is a share of that of all customers with a CLV, and says how many these are", () => {
    expect(clvAtRisk(some, all)).toEqual({
      shareOfRisk: { value: 0.25, interval: null, n: 400 },
      ...{ riskMinor: 20_000, allRiskMinor: 80_000 },
    });
  });

  it("is not known without a CLV, or where none of it is at risk", () => {
    expect(clvAtRisk(NO_SUMS, NO_SUMS)).toEqual(NO_CLV_AT_RISK);
    expect(clvAtRisk(some, { ...all, atRiskMinor: "0" })).toEqual(NO_CLV_AT_RISK);
  });

  it("is 0 of a segment without any", () => {
    expect(clvAtRisk(NO_SUMS, all).shareOfRisk).toEqual({ value: 0, interval: null, n: 400 });
  });
});
