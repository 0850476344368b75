import { expectedSpend } from "./models/gamma-gamma.ts";
import type { CustomerHistory, PooledSpend } from "./types.ts";

/** The least that p·x + q − 2 counts as: at 0 the variance of a customer's mean has no bound. */
const LEAST_SURPLUS = 0.5;

/** Variances, in the square of the spend's unit. */
export type SpendSpread = { ofMean: number; ofOne: number };

/**
 * How far a customer's own mean spend may be off the expected one, given what they spent, and one amount off that mean.
 *
 * With A = p·x + q and m the expected spend: Var(mean) = m² / (A − 2), E[Var(one)] = m² (A − 1) / ((A − 2) p), as the mean is p/ν and ν is
 * Gamma(A, v + x·mean). A shrunk mean knows no spread: both are 0. Source: Fader and Hardie (2013), The Gamma-Gamma Model of Monetary
 * Value, whose posterior this is of. Worked: p 6, q 4, v 15 and no repeat have m 30, of the mean 450, of one 225.
 */
export function spendSpread(
  { model, parameters }: Pick<PooledSpend, "model" | "parameters">,
  { repeats, meanSpend }: Pick<CustomerHistory, "repeats" | "meanSpend">,
): SpendSpread {
  if (model === "shrunk_mean") return { ofMean: 0, ofOne: 0 };
  const { p, q } = parameters;
  const shape = p * (meanSpend > 0 ? repeats : 0) + q;
  const surplus = Math.max(LEAST_SURPLUS, shape - 2);
  const square = expectedSpend(parameters, { repeats, meanSpend }) ** 2;
  return { ofMean: square / surplus, ofOne: (square * (surplus + 1)) / (surplus * p) };
}
