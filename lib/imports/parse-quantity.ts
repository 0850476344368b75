import type { Parsed } from "./types.ts";

const MAX_QUANTITY = 1_000_000_000;
const WHOLE = /^\d+(?:[.,]0{1,2})?$/;

/** Reads a number of pieces, 0 to 1e9, or as many below zero of a return; "2.0" is 2. */
export function parseQuantity(text: string): Parsed<number> {
  const digits = text.replace(/^[-−]/, "");
  const quantity = WHOLE.test(digits) ? Number(digits.replace(",", ".")) : Number.NaN;
  if (!(quantity <= MAX_QUANTITY)) return { reason: "Not a whole number from 0 to 1000000000." };
  return { value: digits === text || quantity === 0 ? quantity : -quantity };
}
