import { intAt } from "#lib/stats/typed-array.ts";

/** Far beyond every day: nothing is known of the customer. */
export const NEVER = 2 ** 31 - 1;

/** The first of the days of each customer, by number of the customer; `NEVER` of one without any. */
export function firstDaysOf(
  customers: Int32Array,
  days: Int32Array,
  customerCount: number,
): Int32Array {
  const firstDays = new Int32Array(customerCount).fill(NEVER);
  for (let row = 0; row < customers.length; row++) {
    const customer = intAt(customers, row);
    firstDays[customer] = Math.min(intAt(firstDays, customer), intAt(days, row));
  }
  return firstDays;
}
