import { effectiveSampleSize } from "./effective-sample-size.ts";
import { type Nps, netPromoterScore, npsClass } from "./nps.ts";

/** An answer, 0..10, and what its customer weighs, ≥ 0. */
export type WeightedAnswer = { readonly answer: number; readonly weight: number };

/** `n` answers were given; `effectiveN` ones that weigh the same would say as much. */
export type WeightedNps = Nps & { readonly effectiveN: number };

/**
 * Net promoter score with each answer weighing what its customer does, 100 Σwf / Σw, f ∈ {1, 0, −1}; null where nothing weighs.
 *
 * The 95 % interval is that of `netPromoterScore` for the effective number of answers. A twin of the plain score, never shown
 * without it. Worked: 10, 2, 7, 8, 6 with detractors at 8,000 and the others at 2,000 give −63.6; with equal weights −20.
 */
export function weightedNps(answers: readonly WeightedAnswer[]): WeightedNps | null {
  const weights = answers.map(({ weight }) => weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total <= 0) return null;
  const effectiveN = effectiveSampleSize(weights);
  const share = (kind: number) =>
    answers.reduce((sum, each) => sum + (npsClass(each.answer) === kind ? each.weight : 0), 0) /
    total;
  const score = netPromoterScore({
    promoters: effectiveN * share(1),
    passives: effectiveN * share(0),
    detractors: effectiveN * share(-1),
  });
  return score && { ...score, n: answers.length, effectiveN };
}
