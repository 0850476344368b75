import type { LeavingFacts, Reason } from "./types.ts";

const MOST_REASONS = 3;
/** A wait of less than this many times the usual one is none. */
const LEAST_WAIT = 1.5;
const LEAST_DROP = 0.2;
/** Scores in the lower three fifths of their scale: NPS up to 6, CSAT up to 3 of 5. */
const LOW_SCORE = 0.6;
const OLDEST_RETURN_DAYS = 180;
const SHORTEST_QUIET_DAYS = 30;
const DAYS_A_MONTH = 30;

type Weighed = { reason: Reason; weight: number };

/**
 * Why a customer may leave, the worst first and three at most.
 *
 * What weighs how much is a convention: a wait counts by how many times the usual one it is, 5 at most; an open complaint 3 and one more for
 * every month it is open, 5 at most; a low score up to 3; a drop of spend up to 3; one single purchase 2; a return 1.
 * Worked: quiet for 84 days with one order every 21 (weight 4) stands before a drop of 40 % (1.2).
 */
export function reasonsOf(facts: LeavingFacts): Reason[] {
  return [quiet(facts), complaint(facts), score(facts), spend(facts), returned(facts)]
    .flatMap((each) => each ?? [])
    .sort((one, other) => other.weight - one.weight)
    .slice(0, MOST_REASONS)
    .map(({ reason }) => reason);
}

/** Who has bought on one day only has no usual wait. */
function quiet({ purchaseDays, quietDays, spanDays }: LeavingFacts): Weighed | null {
  if (quietDays === null || purchaseDays === 0) return null;
  if (purchaseDays === 1)
    return quietDays < SHORTEST_QUIET_DAYS
      ? null
      : { reason: { kind: "bought_once", days: quietDays }, weight: 2 };
  const usualDays = Math.max(1, Math.round(spanDays / (purchaseDays - 1)));
  const times = quietDays / usualDays;
  if (times < LEAST_WAIT) return null;
  return { reason: { kind: "quiet", days: quietDays, usualDays }, weight: Math.min(5, times) };
}

function complaint({ openComplaints: count, complaintDays: days }: LeavingFacts): Weighed | null {
  if (count === 0 || days === null) return null;
  const weight = Math.min(5, 3 + days / DAYS_A_MONTH);
  return { reason: { kind: "open_complaint", count, days }, weight };
}

function score(facts: LeavingFacts): Weighed | null {
  const { score: given, scaleMin: min, scaleMax: max, scoredOn } = facts;
  if (given === null || min === null || max === null || max <= min || scoredOn === null)
    return null;
  const height = (given - min) / (max - min);
  const good = facts.higherIsBetter === false ? 1 - height : height;
  if (good > LOW_SCORE) return null;
  const reason = { kind: "low_score", score: given, most: max, occurredOn: scoredOn } as const;
  return { reason, weight: 3 * (1 - good) };
}

function spend({ yearMinor, yearBeforeMinor }: LeavingFacts): Weighed | null {
  if (yearBeforeMinor <= 0) return null;
  const share = 1 - yearMinor / yearBeforeMinor;
  return share < LEAST_DROP ? null : { reason: { kind: "spend_down", share }, weight: 3 * share };
}

function returned({ returns: count, returnDays: days }: LeavingFacts): Weighed | null {
  if (count === 0 || days === null || days > OLDEST_RETURN_DAYS) return null;
  return { reason: { kind: "returned", count, days }, weight: 1 };
}
