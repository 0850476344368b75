/** What kind of value an attribute holds; a choice is a text with few different values. */
export const ATTRIBUTE_TYPES = ["text", "choice", "number", "day", "yes_no"] as const;
export type AttributeType = (typeof ATTRIBUTE_TYPES)[number];

/** What is known about an attribute of all customers. */
export type AttributeView = {
  name: string;
  /** The chosen type, or else the one the values look like */
  type: AttributeType;
  /** What the values look like */
  foundType: AttributeType;
  /** Whether it is sensitive, as a person says; null where nobody has: its name then tells */
  isSensitive: boolean | null;
  /** Customers that have it */
  fillCount: number;
  distinctCount: number;
  /** The values most customers have, the most frequent first */
  samples: readonly string[];
};

/** One condition on an attribute. Bounds are counted; null where the stretch is open, never both. */
export type AttributeFilter = { name: string } & (
  | { kind: "numbers"; from: string | null; to: string | null }
  | { kind: "days"; from: string | null; to: string | null }
  | { kind: "yes_no"; values: readonly ("yes" | "no")[] }
  | { kind: "values"; values: readonly string[] }
  | { kind: "contains"; text: string }
);

/** How many customers hold which kind of value. */
export type AttributeFacts = {
  filled: number;
  distinct: number;
  numbers: number;
  days: number;
  yesNos: number;
};

/** A list of more than these is not worth choosing from. */
export const MOST_CHOICES = 20;
/** Values that do not repeat are no choices: so many customers a value at least. */
const LEAST_REPEATS = 2;

/** As they are written in files, in lower case. */
export const YES_WORDS = ["yes", "y", "true", "ja", "j", "oui", "sí", "sì", "1"] as const;
export const NO_WORDS = ["no", "n", "false", "nein", "nee", "non", "0"] as const;

/**
 * The type that every stored value fits. All of them: one word among numbers would be lost in a list of ranges. A column
 * of 0 and 1 alone is yes or no.
 */
export function inferAttributeType(facts: AttributeFacts): AttributeType {
  const { filled, distinct, numbers, days, yesNos } = facts;
  if (filled === 0) return "text";
  if (yesNos === filled && distinct <= 4) return "yes_no";
  if (days === filled) return "day";
  if (numbers === filled) return "number";
  return distinct <= MOST_CHOICES && filled >= LEAST_REPEATS * distinct ? "choice" : "text";
}

/** Whether a stored value means yes; null for neither. */
export function readYesNo(value: string): boolean | null {
  const word = value.trim().toLowerCase();
  if (YES_WORDS.some((each) => each === word)) return true;
  return NO_WORDS.some((each) => each === word) ? false : null;
}

/** The number a stored value writes, with a point or a comma before at most nine decimals; null for none. */
export function readNumber(value: string): number | null {
  const text = value.trim();
  return NUMBER.test(text) ? Number(text.replace(",", ".")) : null;
}

const NUMBER = /^[+-]?\d{1,15}(?:[.,]\d{1,9})?$/;
