import { type Bounded, boundedShare, type Share } from "./share-difference-interval.ts";

/** How much a need asks for attention, the most first. */
export const OPPORTUNITY_BANDS = ["extreme", "high", "solid", "served", "overserved"] as const;
export type OpportunityBand = (typeof OPPORTUNITY_BANDS)[number];

/** `score` 0..20. */
export type Opportunity = { readonly score: number; readonly band: OpportunityBand };

/**
 * Ulwick's opportunity, importance + max(importance − satisfaction, 0), of a need whose importance and satisfaction are on 0..10.
 *
 * Bands: above 15 extreme, 12 to 15 high, 10 and more solid, below 10 served; overserved where satisfaction exceeds importance.
 * Source: Ulwick (2005), What Customers Want, ch. 3. Worked: (9, 4) gives 14, high; (9, 9) gives 9, served; (6, 8) gives 6, overserved.
 */
export function opportunity(importance: number, satisfaction: number): Opportunity {
  const score = importance + Math.max(importance - satisfaction, 0);
  return { score, band: satisfaction > importance ? "overserved" : bandOf(score) };
}

/** The opportunity with what it was computed from: shares of top answers on 0..10, and the 95 % interval of the score. */
export type MeasuredOpportunity = Opportunity & {
  readonly importance: Bounded;
  readonly satisfaction: Bounded;
  readonly interval: readonly [low: number, high: number];
};

/**
 * The opportunity of a need from answers: so many of n found it important (4 or 5 of 5), so many of n were satisfied. Null without
 * answers to one of the two.
 *
 * The interval takes both questions for independent; asked of the same people they mostly rise together, and it is wider than need
 * be. By MOVER on Wilson limits of I and of 2I − S, of which the score is the larger. Worked: 90 and 40 of 100 give 14 in 12.22 to 15.27.
 */
export function measureOpportunity(important: Share, satisfied: Share): MeasuredOpportunity | null {
  const importance = onTen(boundedShare(important));
  const satisfaction = onTen(boundedShare(satisfied));
  if (!(importance && satisfaction)) return null;
  const [least, most] = importance.interval;
  const weighed = 2 * importance.value - satisfaction.value;
  const below = Math.hypot(
    2 * (importance.value - least),
    satisfaction.interval[1] - satisfaction.value,
  );
  const above = Math.hypot(
    2 * (most - importance.value),
    satisfaction.value - satisfaction.interval[0],
  );
  return {
    ...opportunity(importance.value, satisfaction.value),
    importance,
    satisfaction,
    interval: [Math.max(least, weighed - below), Math.min(20, Math.max(most, weighed + above))],
  };
}

function onTen(share: Bounded | null): Bounded | null {
  if (!share) return null;
  const [low, high] = share.interval;
  return { value: 10 * share.value, interval: [10 * low, 10 * high] };
}

function bandOf(score: number): OpportunityBand {
  if (score > 15) return "extreme";
  if (score >= 12) return "high";
  return score >= 10 ? "solid" : "served";
}
