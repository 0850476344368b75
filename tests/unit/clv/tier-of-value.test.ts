import { expect, it } from "vitest";
import { tierOfValue } from "#lib/clv-runs/tier-of-value.ts";

const tier = (number: number, leastMinor: number, customers = 10) => ({
  ...{ tier: number, customers, leastMinor, valueMinor: 10_000, deviationMinor: null },
});
const named = (names: readonly string[]) => ({
  by: "customers" as const,
  tiers: names.map((name) => ({ name, share: null })),
});

it("puts a mean into the first tier whose least valuable customer is worth no more", () => {
  const totals = {
    tiers: [tier(1, 900), tier(2, 300), tier(3, 0)],
    tierCuts: named(["Platinum", "Gold", "Silver"]),
  };
  expect(tierOfValue(totals, 900)).toBe("Platinum");
  expect(tierOfValue(totals, 450)).toBe("Gold");
  expect(tierOfValue(totals, -20)).toBe("Silver");
});

it("passes over tiers that hold nobody, and knows none where all do", () => {
  const cuts = named(["Platinum", "Gold", "Silver"]);
  const tiers = [tier(1, 0, 0), tier(2, 300), tier(3, 0, 0)];
  expect(tierOfValue({ tiers, tierCuts: cuts }, 100)).toBe("Gold");
  expect(tierOfValue({ tiers: [tier(1, 0, 0)], tierCuts: cuts }, 100)).toBeNull();
});

it("calls tiers of a run from before they had names as usual", () => {
  expect(tierOfValue({ tiers: [tier(1, 0)], tierCuts: null }, 1)).toBe("Platinum");
});
