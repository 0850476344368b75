/** 365.25 / 7. */
export const WEEKS_PER_YEAR = 365.25 / 7;

/** The continuous discount rate per week of a yearly one: ln(1 + d) / 52.1786. Worked: 0.15 gives 0.0026785314. */
export function weeklyDiscountRate(discountRateAnnual: number): number {
  return Math.log1p(discountRateAnnual) / WEEKS_PER_YEAR;
}
