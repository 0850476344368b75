import type { StoredSuggestions } from "./stored.ts";

/** What customers are grouped by: days since the last order, days with an order, revenue in major units. */
export const BASES = ["recency", "frequency", "monetary"] as const;
export type Basis = (typeof BASES)[number];

/** One customer by each basis. */
export type BuyingFacts = Readonly<Record<Basis, number>>;

/** Fewer customers with orders than this are not grouped: what would be found is chance. */
export const LEAST_CUSTOMERS = 200;
/** More are drawn from: a sample of so many tells groups as well. */
export const MOST_SAMPLED = 20_000;
/** Groups come out the same for the same customers. */
export const SUGGESTION_SEED = 20_261_130;

/** What is known of suggested groups. Instants are ISO 8601 in UTC; `found` is null until the first computation is done. */
export type Suggestions = {
  readonly askedAt: string;
  readonly computedAt: string | null;
  readonly found: StoredSuggestions | null;
};

export type AcceptedSegment = { readonly id: string; readonly name: string };

/** Longer than a computation takes: whoever asked before that may ask again. */
const LONGEST_WAIT_MS = 10 * 60_000;

/** Whether groups are being looked for. */
export function isWaiting({ askedAt, computedAt }: Suggestions, now: Date): boolean {
  const isDone = computedAt !== null && computedAt >= askedAt;
  return !isDone && now.getTime() - Date.parse(askedAt) < LONGEST_WAIT_MS;
}
