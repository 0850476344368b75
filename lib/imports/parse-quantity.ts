import type { Parsed } from "./types.ts";

const MAX_QUANTITY = 1_000_000_000;
const WHOLE = /^\d+(?:[.,]0{1,2})?$/;

/** Reads a number of pieces, 0 to 1e9; "2.0" is 2. */
export function parseQuantity(text: string): Parsed<number> {
  if (/^[-−]/.test(text))
    return { reason: "Negative quantities (returns) cannot be imported yet." };
  const quantity = WHOLE.test(text) ? Number(text.replace(",", ".")) : Number.NaN;
  if (quantity <= MAX_QUANTITY) return { value: quantity };
  return { reason: "Not a whole number from 0 to 1000000000." };
}
