import type { Tier, TierCuts, TierPolicy } from "./types.ts";

/** A run's tier by its number, the first 1, with what it is promised. */
export type PromisedTier = { tier: number; name: string; responseHours: number };

/** The tiers that a run has by name, as the policy has them now; tiers that it no longer has are left out. */
export function promisedTiers(cuts: TierCuts | null, policy: TierPolicy): PromisedTier[] {
  const names = cuts?.tiers.map(({ name }) => name) ?? USUAL_NAMES;
  return names.flatMap((name, index) => {
    const tier = findTier(policy, name);
    return tier ? [{ tier: index + 1, name, responseHours: tier.responseHours }] : [];
  });
}

/** What a run calls a tier by its number; runs from before tiers had names used the usual ones. */
export function tierName(cuts: TierCuts | null, tier: number): string {
  return (cuts ? cuts.tiers[tier - 1]?.name : USUAL_NAMES[tier - 1]) ?? String(tier);
}

/** A policy's tier by its name. */
export function findTier({ tiers }: TierPolicy, name: string): Tier | null {
  return tiers.find((tier) => tier.name === name) ?? null;
}

const USUAL_NAMES: readonly string[] = ["Platinum", "Gold", "Silver", "Bronze"];
