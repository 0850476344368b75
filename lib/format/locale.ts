/** The language tag for days and times: plain English writes the day before the month. */
export function formatTag(locale: string): string {
  return locale === "en" ? "en-GB" : locale;
}
