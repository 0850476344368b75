/** Days before and after are slips of the pen; the database keeps no year 0. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;

export const OUTSIDE_YEARS = `The year must lie between ${FIRST_YEAR} and ${LAST_YEAR}.`;

/** Whether a day or an instant as ISO 8601 writes it lies in the years 1900 to 2200. */
export function isInCountedYears(text: string): boolean {
  const year = Number(text.slice(0, 4));
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}
