/** Stands where there is no number: no data is not 0. */
export const NO_VALUE = "–";

/** Joins a number to the unit after it, so that a line never breaks between them. */
export const NO_BREAK_SPACE = "\u00a0";

/** Keeps a line from breaking between what stands beside it, without room of its own. */
export const WORD_JOINER = "\u2060";
