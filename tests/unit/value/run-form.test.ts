import { describe, expect, it } from "vitest";
import { differenceInterval, haveSameTerms } from "#lib/clv-runs/comparable-runs.ts";
import { RunForm } from "#lib/clv-runs/run-form.ts";

const TYPED = {
  model: "auto",
  cutoffOn: "",
  horizonMonths: "36",
  discountPercent: "7,5",
  valueAs: "workspace",
};

describe("the form of a run", () => {
  it("reads percent with a comma, and an empty day as that of the last order", () => {
    expect(RunForm.parse(TYPED)).toEqual({
      model: "auto",
      cutoffOn: null,
      horizonMonths: 36,
      discountRateAnnual: 0.075,
      cohort: null,
    });
  });

  it("takes value as revenue where that is chosen", () => {
    expect(RunForm.parse({ ...TYPED, valueAs: "revenue" }).marginRate).toBeNull();
  });

  it.each([
    ["horizonMonths", "0"],
    ["horizonMonths", "121"],
    ["discountPercent", "101"],
    ["discountPercent", "much"],
    ["cutoffOn", "21.11.2026"],
    ["model", "magic"],
  ])("refuses %s of %s at its field", (name, text) => {
    const { error } = RunForm.safeParse({ ...TYPED, [name]: text });
    expect(error?.issues.map(({ path }) => path[0])).toEqual([name]);
  });
});

describe("runs that are compared", () => {
  const terms = {
    horizonMonths: 36,
    discountRateAnnual: 0.1,
    marginRate: 0.4,
    costPerOrderMinor: null,
    cohort: null,
  };

  it("have the same terms unless one of them differs", () => {
    expect(haveSameTerms(terms, { ...terms })).toBe(true);
    expect(haveSameTerms(terms, { ...terms, marginRate: null })).toBe(false);
    expect(haveSameTerms(terms, { ...terms, horizonMonths: 12 })).toBe(false);
  });

  it("differ by an interval as wide as if they were apart", () => {
    const now = { value: 10, interval: [7, 13] as const };
    const before = { value: 4, interval: [0, 8] as const };
    expect(differenceInterval(now, before)).toEqual([1, 11]);
    expect(differenceInterval(now, { value: 4, interval: null })).toBeNull();
  });
});
