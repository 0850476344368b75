/** A value for the header of a mail: a line break in it would start a header of somebody else's making. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
}
