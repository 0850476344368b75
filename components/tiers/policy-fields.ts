import { minorDigits } from "#lib/format/format-money.ts";
import type { CurrentPolicy, Tier } from "#lib/tiers/types.ts";

/** The fields of a tier in the form, each with `_<place>` behind it. */
export const TIER_FIELDS = [
  "name",
  "share",
  "response",
  "goodwill",
  "channel",
  "callback",
  "asks",
  "lines",
] as const;
export type TierField = (typeof TIER_FIELDS)[number];

/** A policy as the texts of its form. */
export function fieldTexts(policy: CurrentPolicy, currency: string): Record<string, string> {
  const { cutBy, tiers, floor } = policy;
  const money = (minor: number) => {
    const digits = minorDigits(currency);
    return (minor / 10 ** digits).toFixed(minor % 10 ** digits === 0 ? 0 : digits);
  };
  return {
    cutBy,
    slowestResponse: String(floor.slowestResponseHours),
    leastGoodwill: money(floor.leastGoodwillMinor),
    mostAsks: String(floor.mostAsksPerQuarter),
    ...Object.fromEntries(tiers.flatMap((tier, index) => textsOf(tier, index + 1, money))),
  };
}

function textsOf(tier: Tier, place: number, money: (minor: number) => string) {
  const texts: Record<TierField, string> = {
    name: tier.name,
    share: tier.share === null ? "" : String(Number((100 * tier.share).toFixed(4))),
    response: String(tier.responseHours),
    goodwill: money(tier.goodwillLimitMinor),
    channel: tier.channel,
    callback: tier.isCalledBack ? "on" : "",
    asks: String(tier.asksPerQuarter),
    lines: tier.lines.join("\n"),
  };
  return TIER_FIELDS.map((field) => [`${field}_${place}`, texts[field]] as const);
}
