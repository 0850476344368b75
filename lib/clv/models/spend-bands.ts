import { bucketsWithin, type SpendBuckets } from "../spend-buckets.ts";
import type { PooledSpend, SpendBand, SpendFit } from "../types.ts";
import { fitBuckets } from "./gamma-gamma.ts";

/** Repeat purchases with which a band may begin. */
const BEGINS = [1, 2, 4, 8] as const;
/** Three parameters need so many customers. */
const LEAST_CUSTOMERS = 100;

/**
 * Gamma-Gamma by band of frequency: apart for 1, 2 to 3, 4 to 7, and 8 repeat purchases and more, neighbours joined up to 100 customers.
 *
 * For spend that goes with frequency, which one Gamma-Gamma takes as apart: within a band it hardly does. A band without a finite mean or
 * a maximum has a shrunk mean of its own. Null where two bands do not come about. Worked: 120 customers with 1 and 80 each with 2, 5 and 9
 * repeats make the bands 1, and 2 and more.
 */
export function fitSpendBands(sorted: SpendBuckets): SpendBand[] | null {
  const begins = beginsOf(sorted);
  if (begins.length < 2) return null;
  return begins.flatMap((leastRepeats, place) => {
    const next = begins[place + 1];
    const mostRepeats = next === undefined ? null : next - 1;
    const own = bucketsWithin(sorted, leastRepeats, mostRepeats ?? Number.POSITIVE_INFINITY);
    const fit = fitBuckets(own);
    return fit ? { ...fit, leastRepeats, mostRepeats } : [];
  });
}

/** Where the bands begin: from the rarest buyers on, one ends as soon as it has customers enough and the rest has too. */
function beginsOf(sorted: SpendBuckets): number[] {
  const countFrom = (least: number, most: number) => bucketsWithin(sorted, least, most).customers;
  const begins: number[] = [BEGINS[0]];
  for (const begin of BEGINS.slice(1)) {
    const own = countFrom(begins.at(-1) ?? begin, begin - 1);
    const rest = countFrom(begin, Number.POSITIVE_INFINITY);
    if (Math.min(own, rest) >= LEAST_CUSTOMERS) begins.push(begin);
  }
  return begins;
}

/**
 * The fit that speaks for customers with so many repeat purchases. Who has none belongs to the lowest band, as nearest to them: the mean
 * of all would count in those who buy often and spend otherwise.
 */
export function spendFor(fit: SpendFit, repeats: number): PooledSpend {
  return (
    fit.bands?.findLast(({ leastRepeats }) => leastRepeats <= repeats) ?? fit.bands?.[0] ?? fit
  );
}

/** The fits by repeat purchases, one place each; the last one serves all beyond. */
export function spendByRepeats(fit: SpendFit): PooledSpend[] {
  const last = fit.bands?.at(-1)?.leastRepeats ?? 0;
  return Array.from({ length: last + 1 }, (_, repeats) => spendFor(fit, repeats));
}
