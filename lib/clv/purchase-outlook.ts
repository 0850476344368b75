import { at } from "#lib/stats/typed-array.ts";
import { discountedWhileAlive } from "./models/discounted-purchases.ts";
import { expectedWhileAlive } from "./models/expected-purchases.ts";
import type { PurchaseFit, ScoreOptions } from "./types.ts";
import { weeklyDiscountRate } from "./weeks.ts";

/** What is expected of a customer who is still one, plain and discounted. */
export type Outlook = {
  expected: (repeats: number, ageDays: number) => number;
  discounted: (repeats: number, ageDays: number) => number;
};

/** Places of the memory of both expectations: 2 × 8 MB. */
const MOST_PLACES = 1 << 20;

/**
 * Expectations by repeats and age, each computed once: a million customers share some ten thousand pairs.
 *
 * `longestAge` in days bounds the memory; the few customers with more repeats than it holds are computed each time.
 * Expected purchases without end diverge, so with an infinite horizon the expectation is the discounted one.
 */
export function purchaseOutlook(
  { model, parameters }: PurchaseFit,
  options: Pick<ScoreOptions, "horizonWeeks" | "discountRateAnnual">,
  { longestAge, daysPerUnit }: { longestAge: number; daysPerUnit: number },
): Outlook {
  const horizon = options.horizonWeeks;
  const rate = weeklyDiscountRate(options.discountRateAnnual);
  const discounted = remember(longestAge, (frequency, days) =>
    discountedWhileAlive(parameters, model, {
      frequency,
      age: days / daysPerUnit,
      rate,
      horizon,
    }),
  );
  if (!Number.isFinite(horizon)) return { expected: discounted, discounted };
  const expected = remember(longestAge, (frequency, days) =>
    expectedWhileAlive(parameters, model, { frequency, age: days / daysPerUnit, period: horizon }),
  );
  return { expected, discounted };
}

/** A function of repeats and age that computes each pair once; 0 marks a pair not yet asked, as no expectation is 0. */
function remember(
  longestAge: number,
  compute: (repeats: number, ageDays: number) => number,
): (repeats: number, ageDays: number) => number {
  const width = longestAge + 1;
  const known = new Float64Array(Math.floor(MOST_PLACES / width) * width);
  return (repeats, ageDays) => {
    const place = repeats * width + ageDays;
    if (place >= known.length) return compute(repeats, ageDays);
    const found = at(known, place);
    if (found !== 0) return found;
    const computed = compute(repeats, ageDays);
    known[place] = computed;
    return computed;
  };
}
