import { describe, expect, it } from "vitest";
import { spendIntervals } from "#lib/clv-runs/spend-intervals.ts";

const model = "gamma_gamma";

describe("the intervals of a stored fit of spend", () => {
  it("reach from the estimate by 1.96 errors of its logarithm", () => {
    const { p } = spendIntervals({ model, parameters: { p: 2 }, standardErrors: { p: 0.2 } });
    expect(p?.[0]).toBeCloseTo(1.644, 3);
    expect(p?.[1]).toBeCloseTo(2.433, 3);
  });

  it("are unknown where an error or an estimate is", () => {
    const found = spendIntervals({
      model,
      parameters: { p: 2, q: null, v: 15 },
      standardErrors: { p: null, q: 0.2 },
    });
    expect(found).toEqual({ p: [null, null], q: [null, null], v: [null, null] });
  });

  it("are unknown of a shrunk mean, whose parameters are chosen, also where an error was stored", () => {
    const found = spendIntervals({
      model: "shrunk_mean",
      parameters: { p: 1, q: 3 },
      standardErrors: { p: 0.1, q: 0.01 },
    });
    expect(found).toEqual({ p: [null, null], q: [null, null] });
  });
});
