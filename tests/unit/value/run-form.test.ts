import { describe, expect, it } from "vitest";
import { differenceInterval, haveSameTerms } from "#lib/clv-runs/comparable-runs.ts";
import { basisOf, cohortOf, isOfSome } from "#lib/clv-runs/run-basis.ts";
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

describe("the cohort of a form", () => {
  it("is none where nothing is said, and what is said otherwise", () => {
    const open = { firstFrom: "", firstUntil: "", channel: " ", attribute: "", attributeValue: "" };
    expect(RunForm.parse({ ...TYPED, ...open }).cohort).toBeNull();
    const some = {
      firstFrom: "2025-01-01",
      channel: "web",
      attribute: "City",
      attributeValue: "Linz",
    };
    expect(RunForm.parse({ ...TYPED, ...open, ...some }).cohort).toEqual({
      ...{ firstFrom: "2025-01-01", firstUntil: null, channel: "web" },
      attribute: { name: "City", value: "Linz" },
    });
  });

  it.each([
    [{ firstFrom: "2025-02-01", firstUntil: "2025-01-31" }, "firstUntil"],
    [{ firstFrom: "soon" }, "firstFrom"],
    [{ attribute: "City" }, "attributeValue"],
    [{ attributeValue: "Linz" }, "attribute"],
  ])("refuses %j at %s", (said, name) => {
    const { error } = RunForm.safeParse({ ...TYPED, ...said });
    expect(error?.issues.map(({ path }) => path[0])).toEqual([name]);
  });
});

describe("what a run reads", () => {
  const both = { hasOrders: true, hasContracts: true };

  it("is contracts where they are asked for or where there is no order, else orders", () => {
    expect(basisOf("sbg", both)).toBe("contracts");
    expect(basisOf("auto", both)).toBe("orders");
    expect(basisOf("auto", { hasOrders: false, hasContracts: true })).toBe("contracts");
    expect(basisOf("historic", { hasOrders: false, hasContracts: true })).toBe("contracts");
    expect(basisOf("pareto_nbd", { hasOrders: false, hasContracts: true })).toBe("orders");
    expect(basisOf("auto", { hasOrders: false, hasContracts: false })).toBe("orders");
  });

  it("is of some customers only where it is a cohort, or contracts beside orders", () => {
    const cohort = { firstFrom: null, firstUntil: null, channel: "web", attribute: null };
    expect(isOfSome(null, "orders", both)).toBe(false);
    expect(isOfSome(cohort, "orders", both)).toBe(true);
    expect(isOfSome(null, "contracts", both)).toBe(true);
    expect(isOfSome(null, "contracts", { hasOrders: false })).toBe(false);
    expect(cohortOf({ ...cohort, channel: null })).toBeNull();
  });
});

describe("runs that are compared", () => {
  const terms = {
    model: "mbg_nbd" as const,
    totals: { aliveModel: null, historicContacts: null },
    basis: "orders" as const,
    horizonMonths: 36,
    discountRateAnnual: 0.1,
    marginRate: 0.4,
    costPerOrderMinor: null,
    ...{ costPerContactMinor: null, retentionCostPerYearMinor: null },
    cohort: null,
  };

  it("have the same terms unless one of them differs", () => {
    expect(haveSameTerms(terms, { ...terms })).toBe(true);
    expect(haveSameTerms(terms, { ...terms, marginRate: null })).toBe(false);
    expect(haveSameTerms(terms, { ...terms, horizonMonths: 12 })).toBe(false);
    expect(haveSameTerms(terms, { ...terms, costPerContactMinor: {} })).toBe(false);
    expect(haveSameTerms(terms, { ...terms, model: "bg_nbd" })).toBe(false);
    const helped = {
      ...terms,
      model: "bg_nbd" as const,
      totals: { aliveModel: "mbg_nbd" as const, historicContacts: null },
    };
    expect(haveSameTerms(helped, { ...helped, totals: terms.totals })).toBe(false);
    expect(haveSameTerms(terms, { ...terms, retentionCostPerYearMinor: 1200 })).toBe(false);
    const contacts = { contacts: 2, priced: 2, costMinor: 800 };
    const earned = { ...terms, model: "historic" as const };
    const served = { ...earned, totals: { ...terms.totals, historicContacts: contacts } };
    expect(haveSameTerms(earned, served)).toBe(false);
    expect(haveSameTerms(terms, { ...served, model: "mbg_nbd" as const })).toBe(true);
    const priced = { ...terms, costPerContactMinor: { phone: 450, email: 100 } };
    expect(
      haveSameTerms(priced, { ...terms, costPerContactMinor: { email: 100, phone: 450 } }),
    ).toBe(true);
    expect(haveSameTerms(priced, { ...terms, costPerContactMinor: { phone: 500 } })).toBe(false);
  });

  it("differ by an interval as wide as if they were apart", () => {
    const now = { value: 10, interval: [7, 13] as const };
    const before = { value: 4, interval: [0, 8] as const };
    expect(differenceInterval(now, before)).toEqual([1, 11]);
    expect(differenceInterval(now, { value: 4, interval: null })).toBeNull();
  });
});
