import { type RfmSegment, segmentOf } from "./rfm-segments.ts";

/** What RFM looks at: the last order's day (YYYY-MM-DD), distinct days with an order, revenue in minor units. */
export type RfmFacts = { lastOrderedOn: string; purchaseDays: number; revenueMinor: number };

/** Scores 1..5, 5 is best. */
export type RfmScores = {
  recencyScore: number;
  frequencyScore: number;
  monetaryScore: number;
  segment: RfmSegment;
};

/**
 * Quintile scores by percentile rank: `1 + floor(5 × share of values strictly lower)`.
 *
 * Equal values share a score, so a score may stay empty where many values are equal. With no spread at all everybody scores
 * 3, the middle: nobody is better or worse than the others. `commands/computation/scored-customers.ts` holds the same rule in SQL; a test
 * keeps the two equal. Worked: [1, 1, 1, 2, 9] gives [1, 1, 1, 4, 5], and [7, 7] gives [3, 3].
 */
export function quintileScores(values: readonly number[]): number[] {
  const lowerThan = new Map<number, number>();
  const ascending = values.toSorted((a, b) => a - b);
  for (const [position, value] of ascending.entries()) {
    if (!lowerThan.has(value)) lowerThan.set(value, position);
  }
  if (lowerThan.size === 1) return values.map(() => 3);
  return values.map((value) => 1 + Math.floor((5 * (lowerThan.get(value) ?? 0)) / values.length));
}

/** RFM scores and segment of each customer among all given ones, in the same order. */
export function scoreRfm(customers: readonly RfmFacts[]): RfmScores[] {
  const recency = quintileScores(customers.map(({ lastOrderedOn }) => Date.parse(lastOrderedOn)));
  const frequency = quintileScores(customers.map(({ purchaseDays }) => purchaseDays));
  const monetary = quintileScores(customers.map(({ revenueMinor }) => revenueMinor));
  return customers.map((_, index) =>
    scores(recency[index] ?? 1, frequency[index] ?? 1, monetary[index] ?? 1),
  );
}

function scores(recencyScore: number, frequencyScore: number, monetaryScore: number): RfmScores {
  const segment = segmentOf(recencyScore, frequencyScore, monetaryScore);
  return { recencyScore, frequencyScore, monetaryScore, segment };
}
