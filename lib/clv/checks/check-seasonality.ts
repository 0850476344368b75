import { incompleteBeta } from "#lib/stats/incomplete-beta.ts";
import { intAt } from "#lib/stats/typed-array.ts";
import type { ClvWarning, PurchaseColumns } from "../types.ts";

const DAY_MS = 86_400_000;
const MONTHS = 12;
/** Two whole years are the least in which a season can come back. */
const LEAST_MONTHS = 24;
/** Fewer purchases a month say little about any month. */
const LEAST_A_MONTH = 10;
const WORST_CHANCE = 0.01;
/** The best month has half as much again as the poorest. */
const LEAST_SWING = 1.5;

/** `chance`: of months that differ so without a season. `swing`: the best month of the year over the poorest. */
export type Seasonality = { chance: number; swing: number; months: number };

/**
 * Whether months of the year differ, year after year: an analysis of variance of ln(purchases) by month, with a straight trend taken
 * out; null under two whole years or ten purchases a month. Days count from 1970-01-01.
 *
 * F = (between / 11) / (within / (n − 13)), and its chance `I_{d2/(d2+d1F)}(d2/2, d1/2)`. Source: any text on analysis of variance, as
 * Montgomery (2017), Design and analysis of experiments, 3.3. Worked: F 4.22 with 11 and 12 degrees has a chance of 0.01.
 */
export function purchaseSeasonality({ days }: PurchaseColumns): Seasonality | null {
  const counts = wholeMonths(days);
  const n = counts.length;
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (n < LEAST_MONTHS || total < LEAST_A_MONTH * n) return null;
  const logs = withoutTrend(counts.map((count) => Math.log(count + 0.5)));
  const means = monthMeans(logs);
  const between = logs.reduce((sum, _, month) => sum + (means[month % MONTHS] ?? 0) ** 2, 0);
  const within = logs.reduce(
    (sum, log, month) => sum + (log - (means[month % MONTHS] ?? 0)) ** 2,
    0,
  );
  const freedom = n - MONTHS - 1;
  const chance = incompleteBeta(within / (within + between), freedom / 2, (MONTHS - 1) / 2);
  return { chance, swing: Math.exp(Math.max(...means) - Math.min(...means)), months: n };
}

/** The models take rates as the same all year: what is foretold from a good season is too much. */
export function checkSeasonality(seasonality: Seasonality | null): ClvWarning[] {
  if (!seasonality || seasonality.chance > WORST_CHANCE || seasonality.swing < LEAST_SWING)
    return [];
  return [{ code: "seasonal_purchases", level: "amber", values: { ...seasonality } }];
}

/** Purchases of each month but the first and the last, which may be cut short; the oldest first. */
function wholeMonths(days: Int32Array): number[] {
  const byMonth = new Map<number, number>();
  const monthOfDay = new Map<number, number>();
  for (let i = 0; i < days.length; i++) {
    const day = intAt(days, i);
    const month = monthOfDay.get(day) ?? monthOf(day);
    monthOfDay.set(day, month);
    byMonth.set(month, (byMonth.get(month) ?? 0) + 1);
  }
  const months = [...byMonth.keys()];
  const first = months.reduce((least, month) => Math.min(least, month), Number.POSITIVE_INFINITY);
  const last = months.reduce((most, month) => Math.max(most, month), Number.NEGATIVE_INFINITY);
  const length = Math.max(0, last - first - 1);
  return Array.from(
    { length: Number.isFinite(length) ? length : 0 },
    (_, k) => byMonth.get(first + 1 + k) ?? 0,
  );
}

function monthOf(day: number): number {
  const date = new Date(day * DAY_MS);
  return MONTHS * date.getUTCFullYear() + date.getUTCMonth();
}

/** What is left of a course when its straight line is taken out. */
function withoutTrend(values: readonly number[]): number[] {
  const n = values.length;
  const middle = (n - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const slope =
    values.reduce((sum, value, t) => sum + (t - middle) * (value - mean), 0) /
    values.reduce((sum, _, t) => sum + (t - middle) ** 2, 0);
  return values.map((value, t) => value - mean - slope * (t - middle));
}

function monthMeans(logs: readonly number[]): number[] {
  return Array.from({ length: MONTHS }, (_, month) => {
    const own = logs.filter((_, at) => at % MONTHS === month);
    return own.reduce((sum, log) => sum + log, 0) / own.length;
  });
}
