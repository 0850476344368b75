import { minorDigits } from "#lib/format/format-money.ts";
import type { TierCuts, TierPolicy } from "./types.ts";

/** Goodwill limits and the least of them are amounts that fit most currencies of that size; each workspace sets its own. */
export function usualPolicy(currency: string): TierPolicy {
  const unit = 10 ** minorDigits(currency);
  return {
    cutBy: "customers",
    tiers: [
      {
        ...{ name: "Platinum", share: 0.05, responseHours: 4, goodwillLimitMinor: 150 * unit },
        ...{ channel: "phone", isCalledBack: true, asksPerQuarter: 2 },
        lines: [
          "Call back yourself today, and give your direct number.",
          "Say what happens next and by when, before you are asked.",
          "Decide on goodwill within the limit at once; tell the manager after.",
        ],
      },
      {
        ...{ name: "Gold", share: 0.2, responseHours: 8, goodwillLimitMinor: 80 * unit },
        ...{ channel: "phone", isCalledBack: true, asksPerQuarter: 2 },
        lines: [
          "Call back within the working day.",
          "Don’t ask for the story again: read the last contacts first.",
          "Offer goodwill within the limit when we were late or wrong.",
        ],
      },
      {
        ...{ name: "Silver", share: 0.5, responseHours: 24, goodwillLimitMinor: 40 * unit },
        ...{ channel: "email", isCalledBack: false, asksPerQuarter: 1 },
        lines: [
          "Answer by e-mail by tomorrow, with a day for the next step.",
          "Don’t ask for the story again: read the last contacts first.",
          "Offer goodwill within the limit when we broke a promise.",
        ],
      },
      {
        ...{ name: "Bronze", share: null, responseHours: 48, goodwillLimitMinor: 20 * unit },
        ...{ channel: "email", isCalledBack: false, asksPerQuarter: 1 },
        lines: [
          "Solve it in the first contact where you can.",
          "Give a day for the answer, and keep it.",
          "The rules on returns and complaints hold in full.",
        ],
      },
    ],
    floor: {
      slowestResponseHours: 72,
      leastGoodwillMinor: 10 * unit,
      mostAsksPerQuarter: 4,
    },
  };
}

/** Where tiers end by a policy. */
export function cutsOf({ cutBy, tiers }: TierPolicy): TierCuts {
  return { by: cutBy, tiers: tiers.map(({ name, share }) => ({ name, share })) };
}
