import { paidSoFar } from "#lib/clv/index.ts";
import { type ContractColumns, RENEWAL_PERIODS, type RenewalPeriod } from "#lib/clv/types.ts";
import { at, intAt } from "#lib/stats/typed-array.ts";
import { firstDaysOf, NEVER } from "./first-days.ts";
import { DAYS_PER_MONTH, MONTHS } from "./forecast-year.ts";
import type { ContactColumns, ContractInput, PurchaseInput } from "./run-input.ts";
import { sumOf } from "./sum-of.ts";
import type { PastMonth } from "./types.ts";

/**
 * What orders brought in each of the twelve months up to the cut-off, by the terms of the run and in months as long as those of its
 * forecast: margin less the cost of the orders, and of contacts with who was a customer by then.
 *
 * Only whole months since the first order of all: an earlier one is not known to have brought nothing. Worked: at a cut-off on day 100
 * with a margin of a half, 10.00 on day 1, 20.00 on day 69 and 40.00 on day 70 are 0, 10.00 and 20.00.
 */
export function pastOfPurchases(input: PurchaseInput): PastMonth[] {
  const { purchases, contacts, customerCount, cutoffDay, marginRate, costPerOrder } = input;
  const { customers, days, amounts } = purchases;
  const brought = new Float64Array(MONTHS);
  for (let row = 0; row < days.length; row++)
    addTo(brought, cutoffDay - intAt(days, row), at(amounts, row) * marginRate - costPerOrder);
  const firstDays = firstDaysOf(customers, days, customerCount);
  takeContacts(brought, contacts, { firstDays, cutoffDay });
  return monthsOf(brought, { firstDays, ...input });
}

/**
 * The same of what was paid for contracts of one period of renewal, every period begun at its price; nothing where a price is not known.
 */
export function pastOfContracts(input: ContractInput, period: RenewalPeriod): PastMonth[] {
  const { contracts, contacts, customerCount, cutoffDay, marginRate } = input;
  const own = RENEWAL_PERIODS.indexOf(period);
  const isOwn = (i: number) => intAt(contracts.periods, i) === own;
  if (contracts.prices.some((price, i) => isOwn(i) && Number.isNaN(price))) return [];
  const merged = mergedByDays(contracts, isOwn, cutoffDay);
  const paidUntil = (monthsAgo: number) =>
    sumOf(paidSoFar(merged, 1, cutoffDay - Math.ceil(monthsAgo * DAYS_PER_MONTH)));
  const paid = Array.from({ length: MONTHS + 1 }, (_, monthsAgo) => paidUntil(monthsAgo));
  const brought = Float64Array.from(
    { length: MONTHS },
    (_, monthsAgo) => ((paid[monthsAgo] ?? 0) - (paid[monthsAgo + 1] ?? 0)) * marginRate,
  );
  const firstDays = firstDaysOf(contracts.customers, contracts.starts, customerCount);
  takeContacts(brought, contacts, { firstDays, cutoffDay });
  return monthsOf(brought, { firstDays, ...input });
}

/** Far more than the number of any day. */
const DAYS = 2 ** 21;

/** Contracts that begin and end on the same days as one, of one customer: what is paid for them goes by their days alone. */
function mergedByDays(
  { starts, ends, periods, prices }: ContractColumns,
  isOwn: (place: number) => boolean,
  cutoffDay: number,
): ContractColumns {
  const places = new Map<number, { place: number; price: number }>();
  for (let i = 0; i < starts.length; i++) {
    if (!isOwn(i)) continue;
    const key = intAt(starts, i) * DAYS + Math.min(intAt(ends, i), cutoffDay + 1);
    const found = places.get(key);
    if (found) found.price += at(prices, i);
    else places.set(key, { place: i, price: at(prices, i) });
  }
  const merged = [...places.values()];
  const columnOf = (column: Int32Array) =>
    Int32Array.from(merged, ({ place }) => intAt(column, place));
  return {
    customers: new Int32Array(merged.length),
    ...{ starts: columnOf(starts), ends: columnOf(ends), periods: columnOf(periods) },
    prices: Float64Array.from(merged, ({ price }) => price),
  };
}

/** `sums`: the month that ends at the cut-off first. */
function addTo(sums: Float64Array, daysAgo: number, amount: number): void {
  const monthsAgo = Math.floor(daysAgo / DAYS_PER_MONTH);
  if (monthsAgo >= 0 && monthsAgo < MONTHS) sums[monthsAgo] = at(sums, monthsAgo) + amount;
}

type Known = { firstDays: Int32Array; cutoffDay: number };

/** Contacts of before are of winning a customer, not of serving one. */
function takeContacts(
  sums: Float64Array,
  contacts: ContactColumns | null,
  { firstDays, cutoffDay }: Known,
): void {
  if (!contacts) return;
  for (let row = 0; row < contacts.days.length; row++) {
    const day = intAt(contacts.days, row);
    if (day < intAt(firstDays, intAt(contacts.customers, row))) continue;
    addTo(sums, cutoffDay - day, -at(contacts.costs, row));
  }
}

/** In the order in which they came. */
function monthsOf(
  sums: Float64Array,
  { firstDays, cutoffDay, unit }: Known & { unit: number },
): PastMonth[] {
  const firstDay = firstDays.reduce((first, day) => Math.min(first, day), NEVER);
  const whole = Math.floor((cutoffDay - firstDay + 1) / DAYS_PER_MONTH);
  const count = Math.max(0, Math.min(MONTHS, whole));
  return Array.from({ length: count }, (_, place) => {
    const monthsAgo = count - 1 - place;
    // Nothing is 0, and never −0.
    return { month: 0 - monthsAgo, actualMinor: Math.round(at(sums, monthsAgo) * unit) + 0 };
  });
}
