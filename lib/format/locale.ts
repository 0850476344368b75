/** The tag whose days and numbers we print for a workspace's language: plain English writes days before months. */
export function formatTag(locale: string): string {
  return locale === "en" ? "en-GB" : locale;
}
