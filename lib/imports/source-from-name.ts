const ENDINGS = /(?:\.(?:csv|tsv|txt|tab|xlsx|gz))+$/i;
const MONTH =
  "(?:jan|feb|mar|apr|may|mai|jun|jul|aug|sep|sept|oct|okt|nov|dec|dez)[a-z]*|q[1-4]|kw\\s?\\d\\d?";
/** Of what a number is the name, though it could be a year: store 2001 is not store 2002. */
const NUMBERED =
  "(?<!\\b(?:stores?|shops?|branch|outlet|site|route|room|floor|hotel|filiale|laden|standort|zimmer|" +
  "magasin|boutique|tienda|negozio|winkel|account|no|nr|number)\\s)";
const DATE = new RegExp(
  [
    `\\b(?:${MONTH})\\s+(?:19|20)\\d\\d\\b`,
    `${NUMBERED}\\b(?:19|20)\\d\\d\\s+(?:${MONTH})\\b`,
    `${NUMBERED}\\b(?:19|20)\\d\\d(?:[ .]?\\d\\d){0,2}(?:\\s?T?\\d{4,6})?\\b`,
    "\\b\\d{1,2}[ .]\\d{1,2}[ .](?:\\d\\d){1,2}\\b",
  ].join("|"),
  "gi",
);
const DATED_COPY = new RegExp(`(?:${DATE.source})\\s+\\d{1,2}\\s*$`, "i");
/** Which writing of the same it is; a number alone may be that of the thing, as of a shop. */
const VERSION = /\s*(?:\(\d+\)|\bv\s?\d+(?:\.\d+)*|\b(?:version|copy|kopie)(?:\s?\d+)?)\s*$/i;
/** Names that say nothing of where a file comes from. */
const NO_NAME =
  /^(?:file|files|upload|uploads|import|data|daten|export|exports|download|untitled|unnamed|new|table|sheet|book|mappe|blob|stdin|response|responses|feedback)?(?:\s?\d+)*$/i;
const MOST_LETTERS = 120;

/**
 * What a file is called without its day, its version and its ending, as a name for where such files come from; null where
 * nothing telling is left.
 */
export function sourceFromName(fileName: string): string | null {
  const words = fileName
    .replace(ENDINGS, "")
    .replaceAll(/[_-]+/g, " ")
    .replace(DATED_COPY, " ")
    .replaceAll(DATE, " ")
    .replace(VERSION, "")
    .replace(VERSION, "")
    .replaceAll(/\s+/g, " ")
    .trim()
    .slice(0, MOST_LETTERS)
    .trim();
  if (NO_NAME.test(words) || !/\p{L}{2}/u.test(words)) return null;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
