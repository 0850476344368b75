import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { tierNotesOf } from "#components/tiers/tier-notes.ts";
import type { RunDetail } from "#lib/clv-runs/index.ts";
import tiers from "#lib/format/messages/en/tiers.json";

type Reader = Parameters<typeof tierNotesOf>[2];
type Policy = Parameters<typeof tierNotesOf>[0];

const words = createTranslator({ locale: "en", messages: { tiers }, namespace: "tiers" });
const policy = {
  tiers: [{ name: "Gold" }, { name: "Silver" }, { name: "Lead" }],
} as unknown as Policy;

/** Somebody who sees values to the cent, or only bands of them. */
function reader(permissions: readonly string[]): Reader["session"] {
  const session = { actor: { kind: "member" }, permissions: new Set(permissions) };
  return session as unknown as Reader["session"];
}

const KEEPER = reader(["value:read", "value:write"]);
const READER = reader(["value:read"]);

/** A run worth 1,000 with a standard error of 50, three quarters of it in the first tier. */
function run(deviationMinor: number | null, otherwise: object = {}): RunDetail {
  const tier = (place: number, customers: number, valueMinor: number) => ({
    ...{ tier: place, customers, valueMinor, leastMinor: 1, deviationMinor },
  });
  const tierCuts = { by: "value", tiers: policy.tiers.map(({ name }) => ({ name, share: null })) };
  return {
    ...{ model: "mbg_nbd", marginRate: 0.5, currency: "EUR", holdout: null },
    costPerOrderMinor: null,
    totals: {
      ...{ valueMinor: 100_000, standardErrorMinor: 5_000, service: null, tierCuts },
      tiers: [tier(1, 1_200, 75_000), tier(2, 40, 20_000), tier(3, 3, 5_000)],
    },
    ...otherwise,
  } as unknown as RunDetail;
}

const notes = (session: Reader["session"], of: RunDetail | null) =>
  tierNotesOf(policy, of, { session, t: words as Reader["t"], locale: "en" });

describe("what the last run says of a tier", () => {
  it("is how many it has and what they come to, with its own interval", () => {
    // 750 ± 1.96 · √(37.5² + 30²).
    expect(notes(KEEPER, run(3_000))[0]).toBe(
      "In the last run: 1,200 customers and €750 of value to come (95 %: €656 – €844).",
    );
  });

  it("has no interval in a run from before tiers had one, or of value so far", () => {
    expect(notes(KEEPER, run(null))[0]).toBe(
      "In the last run: 1,200 customers and €750 of value to come.",
    );
    expect(notes(KEEPER, run(null, { model: "historic" }))[0]).toBe(
      "In the last run: 1,200 customers and €750 of profit so far.",
    );
  });

  it("does not tell bands' readers what a few customers come to, nor let it follow from the others", () => {
    const [gold, silver, lead] = notes(READER, run(3_000));
    expect(gold).toContain("€750");
    expect(silver).toBe(
      "In the last run: 40 customers. What they are worth together is not shown to roles that see one customer’s value as a range: what the few of another tier are worth would follow from it.",
    );
    expect(lead).toBe(
      "In the last run: 3 customers. What so few are worth together is not shown to roles that see one customer’s value as a range.",
    );
    expect(notes(KEEPER, run(3_000))[2]).toContain("€50");
  });

  it("is nothing without a run, or of a tier that it does not know", () => {
    expect(notes(KEEPER, null)).toEqual(["", "", ""]);
  });
});
