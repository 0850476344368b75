import { z } from "zod";

/** What a person types: digits, and a point or a comma before the fraction. */
const DECIMAL = /^\d{1,9}(?:[.,]\d{1,4})?$/;

function decimal(message: string) {
  return z
    .string()
    .trim()
    .refine((text) => text === "" || DECIMAL.test(text), { error: message })
    .transform((text) => (text === "" ? null : Number(text.replace(",", "."))));
}

const MARGIN_ERROR = "Give a percentage from 0 to 100, such as 42 or 37.5.";
const COST_ERROR = "Give an amount such as 3.20, or leave it empty.";

/** The rates that turn revenue into profit; an empty field means "not set". `costPerOrder` is in major units. */
export const SetRates = z
  .object({
    marginPercent: decimal(MARGIN_ERROR).refine((percent) => percent === null || percent <= 100, {
      error: MARGIN_ERROR,
    }),
    costPerOrder: decimal(COST_ERROR),
  })
  .transform(({ marginPercent, costPerOrder }) => ({
    marginRate: marginPercent === null ? null : marginPercent / 100,
    costPerOrder,
  }));
export type SetRates = z.output<typeof SetRates>;
