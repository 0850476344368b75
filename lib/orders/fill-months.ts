import type { OrderMonth } from "#lib/customers/types.ts";

/**
 * Every calendar month from the first one with an order to the last, at most the last `most` of them. A month without an
 * order has none: 0 orders, 0 revenue.
 *
 * @param months with orders, the first one first
 */
export function fillMonths(months: readonly OrderMonth[], most: number): OrderMonth[] {
  const first = months.at(0);
  const last = months.at(-1);
  if (!first || !last) return [];
  const known = new Map(months.map((month) => [month.month, month]));
  const from = Math.max(monthNumber(first.month), monthNumber(last.month) - most + 1);
  return Array.from({ length: monthNumber(last.month) - from + 1 }, (_, index) => {
    const month = monthName(from + index);
    return known.get(month) ?? { month, orders: 0, revenueMinor: 0 };
  });
}

function monthNumber(month: string): number {
  return 12 * Number(month.slice(0, 4)) + Number(month.slice(5, 7)) - 1;
}

function monthName(number: number): string {
  const year = String(Math.floor(number / 12)).padStart(4, "0");
  return `${year}-${String((number % 12) + 1).padStart(2, "0")}`;
}
