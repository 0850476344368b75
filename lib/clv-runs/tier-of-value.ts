import { tierName } from "#lib/tiers/index.ts";
import type { TierCuts } from "#lib/tiers/types.ts";
import type { RunTotals } from "./types.ts";

/**
 * What a run calls the tier of so much value, in minor units: the first whose least valuable customer is worth no more; the last
 * below that. Null for a run whose tiers hold nobody.
 *
 * Worked: tiers from 900, 300 and 0 on put a mean of 450 into the second.
 */
export function tierOfValue(
  { tiers, tierCuts }: Pick<RunTotals, "tiers"> & { tierCuts: TierCuts | null },
  valueMinor: number,
): string | null {
  const peopled = tiers.filter(({ customers }) => customers > 0);
  const found = peopled.find(({ leastMinor }) => valueMinor >= leastMinor) ?? peopled.at(-1);
  return found ? tierName(tierCuts, found.tier) : null;
}
