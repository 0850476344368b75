import { listAddress, monthField, textField } from "#lib/lists/index.ts";

const TIER = /^[1-9]$/;

/** What the bridge is asked for: a tier by its number, "" for all customers; the month of a run is taken along. */
export const bridgeAddress = listAddress({
  tier: textField("tier", { isKnown: (text) => TIER.test(text) }),
  month: monthField("month"),
});

/** The number of the tier that is asked for; null for all customers, and for what is no tier. */
export function askedTier(text: string): number | null {
  return TIER.test(text) ? Number(text) : null;
}
