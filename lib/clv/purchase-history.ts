import { at, intAt } from "#lib/stats/typed-array.ts";
import type { HoldoutSplit, PurchaseColumns, PurchaseHistory } from "./types.ts";

/** Rates are per week. */
const DAYS_PER_UNIT = 7;

/** A history and, place by place, which customer of the purchases it is. */
export type SummarisedHistory = { history: PurchaseHistory; customers: Int32Array };

/** A split and, place by place, which customer of the purchases it is. */
export type SummarisedSplit = { split: HoldoutSplit; customers: Int32Array };

/**
 * Purchases up to and with the cut-off day as one place per customer; who first bought later is left out.
 *
 * Purchases of one day are one. An amount of 0 counts as a purchase and is left out of the mean spend.
 * Worked: days 3, 5, 5, 12 with 10, 20, 4, 40 and a cut-off at 20 give x 2, t_x 9, T 17, mean spend 32.
 */
export function summarisePurchases(
  purchases: PurchaseColumns,
  cutoffDay: number,
): SummarisedHistory {
  const { split, customers } = splitPurchases(purchases, cutoffDay, cutoffDay);
  return { history: split.calibration, customers };
}

/**
 * The history as it was known at the end of `splitDay`, beside what the same customers did from then to the end of `cutoffDay`.
 *
 * Weeks of `weeklyRepeats` run from the first purchase of all, to the cut-off.
 */
export function splitPurchases(
  purchases: PurchaseColumns,
  splitDay: number,
  cutoffDay: number,
): SummarisedSplit {
  const stretches = stretchesOf(purchases, splitDay);
  const columns = emptyColumns(stretches.length);
  const firstDay = stretches.reduce(
    (first, { from }) => Math.min(first, intAt(purchases.days, from)),
    splitDay,
  );
  const weeklyRepeats = new Float64Array(Math.ceil((cutoffDay - firstDay + 1) / DAYS_PER_UNIT));
  for (const [place, stretch] of stretches.entries()) {
    const first = intAt(purchases.days, stretch.from);
    const seen = lookThrough(purchases, stretch, { splitDay, cutoffDay }, (day) => {
      const week = Math.floor((day - firstDay) / DAYS_PER_UNIT);
      weeklyRepeats[week] = at(weeklyRepeats, week) + 1;
    });
    columns.customers[place] = intAt(purchases.customers, stretch.from);
    columns.repeats[place] = seen.repeats;
    columns.lastDays[place] = seen.lastDay - first;
    columns.ageDays[place] = splitDay - first;
    columns.meanSpend[place] = seen.paidRepeats === 0 ? 0 : seen.spent / seen.paidRepeats;
    columns.holdoutPurchases[place] = seen.laterPurchases;
    columns.holdoutSpend[place] = seen.laterSpent;
  }
  const { customers, holdoutPurchases, holdoutSpend, ...calibration } = columns;
  return {
    customers,
    split: {
      calibration: { ...calibration, daysPerUnit: DAYS_PER_UNIT },
      calibrationDays: splitDay - firstDay,
      holdoutDays: cutoffDay - splitDay,
      holdoutPurchases,
      holdoutSpend,
      weeklyRepeats,
    },
  };
}

/** The purchases of one customer, `to` not among them. */
type Stretch = { from: number; to: number };

/** The stretch of each customer who had bought by the end of a day. */
function stretchesOf({ customers, days }: PurchaseColumns, splitDay: number): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  while (from < customers.length) {
    let to = from + 1;
    while (to < customers.length && intAt(customers, to) === intAt(customers, from)) to += 1;
    if (intAt(days, from) <= splitDay) stretches.push({ from, to });
    from = to;
  }
  return stretches;
}

type Seen = {
  lastDay: number;
  repeats: number;
  paidRepeats: number;
  spent: number;
  laterPurchases: number;
  laterSpent: number;
};

/** One customer's purchase days after the first; `onRepeat` hears of each. */
function lookThrough(
  purchases: PurchaseColumns,
  stretch: Stretch,
  { splitDay, cutoffDay }: { splitDay: number; cutoffDay: number },
  onRepeat: (day: number) => void,
): Seen {
  const firstDay = intAt(purchases.days, stretch.from);
  const seen = { lastDay: firstDay, repeats: 0, paidRepeats: 0, spent: 0 };
  const later = { laterPurchases: 0, laterSpent: 0 };
  eachDay(purchases, stretch, (day, amount) => {
    if (day === firstDay || day > cutoffDay) return;
    onRepeat(day);
    if (day > splitDay) {
      later.laterPurchases += 1;
      later.laterSpent += amount;
      return;
    }
    seen.lastDay = day;
    seen.repeats += 1;
    seen.paidRepeats += amount > 0 ? 1 : 0;
    seen.spent += amount;
  });
  return { ...seen, ...later };
}

/** Tells of each day of a stretch once, with the sum of its amounts. */
function eachDay(
  { days, amounts }: PurchaseColumns,
  { from, to }: Stretch,
  tell: (day: number, amount: number) => void,
): void {
  let place = from;
  while (place < to) {
    const day = intAt(days, place);
    let amount = 0;
    for (; place < to && intAt(days, place) === day; place++) amount += at(amounts, place);
    tell(day, amount);
  }
}

function emptyColumns(count: number) {
  return {
    customers: new Int32Array(count),
    repeats: new Int32Array(count),
    lastDays: new Int32Array(count),
    ageDays: new Int32Array(count),
    meanSpend: new Float64Array(count),
    holdoutPurchases: new Int32Array(count),
    holdoutSpend: new Float64Array(count),
  };
}
