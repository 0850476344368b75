import { at } from "#lib/stats/typed-array.ts";
import { customerAt } from "./customer-at.ts";
import { activeTimeBy, aliveBy, discountedBy, expectedBy } from "./forecast.ts";
import { inUnits } from "./models/alive-chance.ts";
import type { AnyPurchaseFit, PurchaseHistory, ScoreOptions } from "./types.ts";
import { weeklyDiscountRate } from "./weeks.ts";

/** What is expected of a customer who is still one, plain and discounted. */
export type Outlook = {
  expected: (repeats: number, ageDays: number) => number;
  discounted: (repeats: number, ageDays: number) => number;
};

/** The greatest age in days and the most repeats that will be asked for. */
export type HistoryExtent = {
  readonly longestAge: number;
  readonly mostRepeats: number;
  readonly daysPerUnit: number;
};

/** Places of the memory of both expectations: 2 × 8 MB. */
const MOST_PLACES = 1 << 20;

/**
 * Expectations by repeats and age, each computed once: a million customers share some ten thousand pairs.
 *
 * The few customers with more repeats than the memory holds are computed each time.
 * Without a discount both are the same, and the plain one costs less.
 * Expected purchases without end diverge, so with an infinite horizon the expectation is the discounted one.
 */
export function purchaseOutlook(
  fit: AnyPurchaseFit,
  options: Pick<ScoreOptions, "horizonWeeks" | "discountRateAnnual">,
  extent: HistoryExtent,
): Outlook {
  const { daysPerUnit } = extent;
  const horizon = options.horizonWeeks;
  const rate = weeklyDiscountRate(options.discountRateAnnual);
  if (!Number.isFinite(horizon) && !(rate > 0))
    throw new RangeError("Value without end needs a discount rate above 0.");
  const expected = () =>
    remember(extent, (frequency, days) =>
      expectedBy(fit, { frequency, age: days / daysPerUnit, period: horizon }),
    );
  if (rate === 0) {
    const undiscounted = expected();
    return { expected: undiscounted, discounted: undiscounted };
  }
  const discounted = remember(extent, (frequency, days) =>
    discountedBy(fit, {
      frequency,
      age: days / daysPerUnit,
      rate,
      horizon,
    }),
  );
  if (!Number.isFinite(horizon)) return { expected: discounted, discounted };
  return { expected: expected(), discounted };
}

/** Expected discounted active time of who is still a customer, in weeks, by repeats and age, each computed once. */
export function activeTimeOutlook(
  fit: AnyPurchaseFit,
  { horizonWeeks, discountRateAnnual }: Pick<ScoreOptions, "horizonWeeks" | "discountRateAnnual">,
  extent: HistoryExtent,
): (repeats: number, ageDays: number) => number {
  const rate = weeklyDiscountRate(discountRateAnnual);
  return remember(extent, (frequency, days) =>
    activeTimeBy(fit, {
      ...{ frequency, age: days / extent.daysPerUnit },
      ...{ rate, horizon: horizonWeeks },
    }),
  );
}

/** How far a history reaches. */
export function historyExtent({ repeats, ageDays, daysPerUnit }: PurchaseHistory): HistoryExtent {
  const most = (values: Int32Array) => values.reduce((top, value) => Math.max(top, value), 0);
  return { longestAge: most(ageDays), mostRepeats: most(repeats), daysPerUnit };
}

/** Expected purchases of all customers together within a period, without the columns of a whole scoring. */
export function totalPurchases(
  history: PurchaseHistory,
  fit: AnyPurchaseFit,
  periodWeeks: number,
): number {
  const extent = historyExtent(history);
  const { daysPerUnit } = extent;
  const expected = remember(extent, (frequency, days) =>
    expectedBy(fit, {
      frequency,
      age: days / daysPerUnit,
      period: periodWeeks,
    }),
  );
  let total = 0;
  for (let i = 0; i < history.repeats.length; i++) {
    const customer = customerAt(history, i);
    const alive = aliveBy(fit, inUnits(customer, daysPerUnit));
    total += alive * expected(customer.repeats, customer.ageDays);
  }
  return total;
}

/** A function of repeats and age that computes each pair once; 0 marks a pair not yet asked, as no expectation is 0. */
function remember(
  { longestAge, mostRepeats }: HistoryExtent,
  compute: (repeats: number, ageDays: number) => number,
): (repeats: number, ageDays: number) => number {
  const width = longestAge + 1;
  const rows = Math.min(mostRepeats + 1, Math.floor(MOST_PLACES / width));
  const known = new Float64Array(rows * width);
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
