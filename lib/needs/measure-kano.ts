import {
  KANO_ANSWERS,
  type KanoAnswer,
  type KanoClass,
  kanoClass,
  summariseKano,
} from "#lib/stats/kano.ts";
import { type GivenAnswer, toFiveSteps } from "./five-steps.ts";
import { scaleGap } from "./measure-aspect.ts";
import type { KanoMeasure } from "./types.ts";

/** So many customers answered "if it were so" and "if it were not so" alike. */
export type CountedPair = { ifSo: GivenAnswer; ifNotSo: GivenAnswer; count: number };

/**
 * The Kano class of a need from pairs of answers on five steps, the best "I like it", the worst "I dislike it".
 *
 * Pairs with an answer between two steps are left out; other scales than five steps are refused.
 */
export function measureKano(pairs: readonly CountedPair[]): KanoMeasure {
  const gap = scaleGap(pairs.flatMap(({ ifSo, ifNotSo }) => [ifSo, ifNotSo]));
  if (gap) return { result: null, gap };
  const counts: Record<KanoClass, number> = {
    ...{ must_be: 0, one_dimensional: 0, attractive: 0, indifferent: 0, reverse: 0 },
    questionable: 0,
  };
  for (const { ifSo, ifNotSo, count } of pairs) {
    const answers = [kanoAnswer(ifSo), kanoAnswer(ifNotSo)] as const;
    if (answers[0] && answers[1]) counts[kanoClass(answers[0], answers[1])] += count;
  }
  const result = summariseKano(counts);
  return { result: result.n === 0 ? null : result, gap: null };
}

/** 5 is the warmest of five answers. */
function kanoAnswer(answer: GivenAnswer): KanoAnswer | null {
  const step = toFiveSteps(answer);
  return step === null ? null : (KANO_ANSWERS[KANO_ANSWERS.length - step] ?? null);
}
