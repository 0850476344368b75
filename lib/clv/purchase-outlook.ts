import {
  type ChebyshevSeries,
  chebyshevSeries,
  chebyshevValue,
} from "#lib/stats/chebyshev-series.ts";
import { at, intAt } from "#lib/stats/typed-array.ts";
import { customerAt } from "./customer-at.ts";
import { activeTimeBy, aliveBy, discountedBy, expectedBy } from "./forecast.ts";
import { inUnits } from "./models/alive-chance.ts";
import type { AnyPurchaseFit, PurchaseHistory, ScoreOptions } from "./types.ts";
import { weeklyDiscountRate } from "./weeks.ts";

/** What is expected of a customer who is still one, plain and discounted. */
export type Outlook = {
  readonly expected: Remembered;
  readonly discounted: Remembered;
};

/** The least and greatest age in days and the most repeats that will be asked for. */
export type HistoryExtent = {
  readonly shortestAge: number;
  readonly longestAge: number;
  readonly mostRepeats: number;
  readonly daysPerUnit: number;
};

/** Places of the memory of both expectations: 2 × 8 MB. */
const MOST_PLACES = 1 << 20;
/** With so many ages computed a number of repeats is interpolated between ages, as smooth in ln(α + T) as it is. */
const LEAST_FOR_SERIES = 6;
/** Of the interpolation, relative. */
const SERIES_PRECISION = 1e-12;

/**
 * Expectations by repeats and age, each computed once: a million customers share some ten thousand pairs. Where many ages share a
 * number of repeats, most are interpolated, within 1e-11 relative of the computed ones, as a test holds.
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
    remember(fit, extent, (frequency, days) =>
      expectedBy(fit, { frequency, age: days / daysPerUnit, period: horizon }),
    );
  if (rate === 0) {
    const undiscounted = expected();
    return { expected: undiscounted, discounted: undiscounted };
  }
  const discounted = remember(fit, extent, (frequency, days) =>
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
): Remembered {
  const rate = weeklyDiscountRate(discountRateAnnual);
  return remember(fit, extent, (frequency, days) =>
    activeTimeBy(fit, {
      ...{ frequency, age: days / extent.daysPerUnit },
      ...{ rate, horizon: horizonWeeks },
    }),
  );
}

/** How far a history reaches. */
export function historyExtent({ repeats, ageDays, daysPerUnit }: PurchaseHistory): HistoryExtent {
  let [shortestAge, longestAge, mostRepeats] = [Number.MAX_SAFE_INTEGER, 0, 0];
  for (let i = 0; i < repeats.length; i++) {
    shortestAge = Math.min(shortestAge, intAt(ageDays, i));
    longestAge = Math.max(longestAge, intAt(ageDays, i));
    mostRepeats = Math.max(mostRepeats, intAt(repeats, i));
  }
  return { shortestAge, longestAge, mostRepeats, daysPerUnit };
}

/** Expected purchases of all customers together within a period, without the columns of a whole scoring. */
export function totalPurchases(
  history: PurchaseHistory,
  fit: AnyPurchaseFit,
  periodWeeks: number,
): number {
  const extent = historyExtent(history);
  const { daysPerUnit } = extent;
  const expected = remember(fit, extent, (frequency, days) =>
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
    total += alive * recall(expected, customer.repeats, customer.ageDays);
  }
  return total;
}

/** What is known of an expectation, by rows of repeats and their days of age; 0 marks a pair not yet asked, as no expectation is 0. */
export type Remembered = {
  readonly known: Float64Array;
  readonly width: number;
  readonly learn: (repeats: number, ageDays: number) => number;
};

/** The expectation of a pair. A function of its own beside the columns, so that loops over customers take it in. */
export function recall({ known, width, learn }: Remembered, repeats: number, age: number): number {
  const place = repeats * width + age;
  return (place < known.length ? at(known, place) : 0) || learn(repeats, age);
}

/** An expectation that computes each pair of repeats and age once. */
function remember(
  fit: AnyPurchaseFit,
  extent: HistoryExtent,
  compute: (repeats: number, ageDays: number) => number,
): Remembered {
  const width = extent.longestAge + 1;
  const rows = Math.min(extent.mostRepeats + 1, Math.floor(MOST_PLACES / width));
  const known = new Float64Array(rows * width);
  const byRow = Array.from({ length: rows }, (_, repeats) =>
    interpolateLater((days) => compute(repeats, days), { fit, extent }),
  );
  const learn = (repeats: number, ageDays: number) => {
    const valueAt = byRow[repeats];
    if (!valueAt) return compute(repeats, ageDays);
    const value = valueAt(ageDays);
    known[repeats * width + ageDays] = value;
    return value;
  };
  return { known, width, learn };
}

/** A function of age that is computed for the first few days asked, and read from its series from then on, where it has one. */
function interpolateLater(
  valueAt: (days: number) => number,
  { fit, extent }: { fit: AnyPurchaseFit; extent: HistoryExtent },
): (days: number) => number {
  const alphaDays = fit.parameters.alpha * extent.daysPerUnit;
  const logOf = (days: number) => Math.log(alphaDays + days);
  let asked = 0;
  let series: ChebyshevSeries | null = null;
  return (days) => {
    asked += 1;
    if (asked === LEAST_FOR_SERIES)
      series = chebyshevSeries(
        (log) => valueAt(Math.exp(log) - alphaDays),
        [logOf(extent.shortestAge), logOf(extent.longestAge)],
        SERIES_PRECISION,
      );
    return series ? chebyshevValue(series, logOf(days)) : valueAt(days);
  };
}
