import { z } from "zod";

/** A sum of minor units as JSON keeps it: text, for it may pass what a double holds. */
const Minor = z.string().regex(/^-?\d+$/);

/**
 * What is counted and summed of a set of customers, never a ratio: ratios are made of these when they are shown, and two sets
 * without a common customer add up. Money in minor units of the workspace's currency.
 */
export const FigureSums = z.strictObject({
  customers: z.int().min(0),
  /** By the last whole run of lifetime value: how many it scored, and their values */
  scored: z.int().min(0),
  clvMinor: Minor,
  /** Σ value², in minor units squared, as a double */
  clvSquares: z.number(),
  atRiskMinor: Minor,
  /** Chances of still being a customer, of those whom the run gives one */
  alive: z.int().min(0),
  aliveSum: z.number(),
  aliveSquares: z.number(),
  /** Those who ordered, and what they brought so far */
  buyers: z.int().min(0),
  revenueMinor: Minor,
  /** Those whose profit is known */
  profitable: z.int().min(0),
  profitMinor: Minor,
  costToServeMinor: Minor,
  /** Σ cost², in minor units squared; 0 in sums of before it was kept */
  costToServeSquares: z.number().default(0),
  /** Customers by their last answer to a recommendation question in the last twelve months */
  promoters: z.int().min(0),
  passives: z.int().min(0),
  detractors: z.int().min(0),
  /** Complaints in the last twelve months, and who made them */
  complaints: z.int().min(0),
  complainers: z.int().min(0),
});
export type FigureSums = z.output<typeof FigureSums>;

export const NO_SUMS: FigureSums = {
  customers: 0,
  scored: 0,
  clvMinor: "0",
  clvSquares: 0,
  atRiskMinor: "0",
  alive: 0,
  aliveSum: 0,
  aliveSquares: 0,
  buyers: 0,
  revenueMinor: "0",
  profitable: 0,
  profitMinor: "0",
  costToServeMinor: "0",
  costToServeSquares: 0,
  promoters: 0,
  passives: 0,
  detractors: 0,
  complaints: 0,
  complainers: 0,
};

const AMOUNTS = [
  "clvMinor",
  "atRiskMinor",
  "revenueMinor",
  "profitMinor",
  "costToServeMinor",
] as const;
const NUMBERS = [
  ...(["customers", "scored", "clvSquares", "alive", "aliveSum", "aliveSquares"] as const),
  ...([
    "buyers",
    "profitable",
    "costToServeSquares",
    "promoters",
    "passives",
    "detractors",
  ] as const),
  ...(["complaints", "complainers"] as const),
] as const;

/** The sums of sets that share no customer, as one. */
export function sumAll(sets: Iterable<FigureSums>): FigureSums {
  const sums = { ...NO_SUMS };
  const amounts = AMOUNTS.map(() => 0n);
  for (const set of sets) {
    for (const key of NUMBERS) sums[key] += set[key];
    for (const [at, key] of AMOUNTS.entries()) amounts[at] = (amounts[at] ?? 0n) + BigInt(set[key]);
  }
  for (const [at, key] of AMOUNTS.entries()) sums[key] = String(amounts[at]);
  return sums;
}

/** What is left of a set when a part of it is taken away. */
export function subtractSums(all: FigureSums, part: FigureSums): FigureSums {
  const sums = { ...all };
  for (const key of NUMBERS) sums[key] = Math.max(0, all[key] - part[key]);
  for (const key of AMOUNTS) sums[key] = String(BigInt(all[key]) - BigInt(part[key]));
  return sums;
}
