import { formatMoney } from "#lib/format/format-money.ts";
import type { Tier, TierPolicy } from "./types.ts";

/** A form's field and what is wrong with it. */
export type PolicyFaults = Readonly<Record<string, string[]>>;

type Asked = { policy: TierPolicy; currency: string; locale: string; places: readonly number[] };

/**
 * What is wrong with a policy, by the fields of its form: `places` says in which place of the form each tier stands.
 *
 * Names differ, tiers end further and further on, and no tier goes below the floor.
 */
export function checkPolicy({ policy, currency, locale, places }: Asked): PolicyFaults {
  const faults: Record<string, string[]> = {};
  for (const [index, tier] of policy.tiers.entries()) {
    const before = policy.tiers.slice(0, index);
    const found = { ...faultsOfPlace(tier, before), ...belowFloor(tier, policy, currency, locale) };
    for (const [field, message] of Object.entries(found))
      faults[`${field}_${places[index]}`] = [message];
  }
  return faults;
}

function faultsOfPlace({ name, share }: Tier, before: readonly Tier[]): Record<string, string> {
  const faults: Record<string, string> = {};
  if (before.some((other) => other.name.toLowerCase() === name.toLowerCase()))
    faults["name"] = `There is a tier called ${name} already. Choose another name.`;
  const former = before.at(-1);
  if (share !== null && former && share <= (former.share ?? 0))
    faults["share"] = `${name} must end further on than ${former.name}.`;
  return faults;
}

function belowFloor(tier: Tier, { floor }: TierPolicy, currency: string, locale: string) {
  const faults: Record<string, string> = {};
  const { name, responseHours, goodwillLimitMinor, asksPerQuarter } = tier;
  if (responseHours > floor.slowestResponseHours)
    faults["response"] =
      `${name} may not wait longer than the floor of ${floor.slowestResponseHours} hours.`;
  if (goodwillLimitMinor < floor.leastGoodwillMinor)
    faults["goodwill"] =
      `${name} may not get less than the floor of ${formatMoney(floor.leastGoodwillMinor, currency, locale)}.`;
  if (asksPerQuarter > floor.mostAsksPerQuarter)
    faults["asks"] =
      `${name} may not be asked more often than the floor allows: ${floor.mostAsksPerQuarter} times a quarter.`;
  return faults;
}
