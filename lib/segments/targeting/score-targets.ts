import {
  FACTORS,
  type Factor,
  type FactorFacts,
  MOST_POINTS,
  type RankRange,
  type TargetScore,
  type Weights,
} from "./types.ts";

/** How far each weight is moved to see whether the ranking holds. */
const MOVES = [0.8, 1.2] as const;

/**
 * How worth serving each segment is, 0..100: 100 × the weighted geometric mean of its factors, each on 0..1. Size and CLV are shares of
 * the largest, judgements fifths, and cost to serve is the lowest cost over the own one. The order does not hang on these scales.
 *
 * A factor that counts and is not known leaves the score unknown; one of 0, as a CLV of 0 or less, makes it 0.
 * Worked: alone, with fit 5, capacity 4 and competency 5 and equal weights, 100 × 0.8^(1/6) = 96.3.
 */
export function scoreTargets(facts: readonly FactorFacts[], weights: Weights): TargetScore[] {
  return scalesOf(facts).map((scales) => ({ scales, score: scoreOf(scales, weights) }));
}

/** Ranks of scores, 1 the highest; equal scores share one, and what has no score has no rank. */
export function ranksOf(scores: readonly (number | null)[]): (number | null)[] {
  return scores.map((own) =>
    own === null ? null : 1 + scores.filter((other) => other !== null && other > own).length,
  );
}

/** The best and the worst rank of each segment while one weight at a time moves by a fifth up and down. */
export function rankRanges(facts: readonly FactorFacts[], weights: Weights): (RankRange | null)[] {
  const scales = scalesOf(facts);
  const moved = FACTORS.flatMap((factor) =>
    MOVES.map((by) => ({ ...weights, [factor]: weights[factor] * by })),
  );
  const rankings = [weights, ...moved].map((each) =>
    ranksOf(scales.map((own) => scoreOf(own, each))),
  );
  return facts.map((_, place) => {
    const ranks = rankings.flatMap((ranking) => ranking[place] ?? []);
    return ranks.length === 0 ? null : { best: Math.min(...ranks), worst: Math.max(...ranks) };
  });
}

function scoreOf(scales: FactorFacts, weights: Weights): number | null {
  const counted = FACTORS.filter((factor) => weights[factor] > 0);
  const total = counted.reduce((sum, factor) => sum + weights[factor], 0);
  if (total === 0) return null;
  let sum = 0;
  for (const factor of counted) {
    const scale = scales[factor];
    if (scale === null) return null;
    sum += weights[factor] * Math.log(scale);
  }
  return 100 * Math.exp(sum / total);
}

function scalesOf(facts: readonly FactorFacts[]): FactorFacts[] {
  const known = (factor: Factor) => facts.flatMap((each) => each[factor] ?? []);
  const largest = { size: Math.max(0, ...known("size")), clv: Math.max(0, ...known("clv")) };
  const cheapest = Math.min(...known("cost").filter((cost) => cost > 0));
  return facts.map((own) => ({
    size: shareOf(own.size, largest.size),
    clv: shareOf(own.clv, largest.clv),
    fit: shareOf(own.fit, MOST_POINTS),
    capacity: shareOf(own.capacity, MOST_POINTS),
    competency: shareOf(own.competency, MOST_POINTS),
    cost: own.cost === null || own.cost <= 0 ? null : cheapest / own.cost,
  }));
}

function shareOf(value: number | null, whole: number): number | null {
  if (value === null) return null;
  return whole === 0 ? 0 : Math.max(0, value / whole);
}
