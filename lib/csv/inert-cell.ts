const STARTS_FORMULA = /^'*[=+\-@\t\r]/;
const PLAIN_NUMBER = /^[+-]?\d+([.,]\d+)?$/;

/**
 * The text as a cell no spreadsheet will run: `'` in front of what could be a formula; numbers stay. A text that has such a
 * `'` of its own gets another, so that the reader of our own files can take exactly one away.
 */
export function inertCell(text: string): string {
  return STARTS_FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}
