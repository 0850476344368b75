import { meanInterval } from "#lib/stats/mean-interval.ts";
import { boundedShare } from "#lib/stats/share-difference-interval.ts";
import { type GivenAnswer, isFiveSteps, toFiveSteps } from "./five-steps.ts";
import type { AskedScale, Aspect, NeedRating, ScaleGap } from "./types.ts";

/** So many gave the same answer. */
export type CountedAnswer = GivenAnswer & { count: number };

const NOTHING: Aspect = { measure: null, gap: null };
/** The best two of 1 to 5. */
const TOP_FROM = 4;

/**
 * What answers say of an aspect, on 1 to 5; what the last report says where there are none.
 *
 * Refuses answers on another scale than five steps, and answers of which some are: a mean over both would be of nothing.
 */
export function measureAspect(
  answers: readonly CountedAnswer[],
  reports: readonly NeedRating[] = [],
): Aspect {
  if (answers.length === 0) return measureReport(reports);
  const gap = scaleGap(answers);
  if (gap) return { measure: null, gap };
  const steps = answers.flatMap((answer) => {
    const step = toFiveSteps(answer);
    return step === null ? [] : [{ step, count: answer.count }];
  });
  const n = sum(steps.map(({ count }) => count));
  const top = boundedShare({ count: topOf(steps), n });
  if (!top) return NOTHING;
  const mean = sum(steps.map(({ step, count }) => step * count)) / n;
  const squaredDeviations = sum(steps.map(({ step, count }) => count * (step - mean) ** 2));
  return {
    gap: null,
    measure: {
      ...{ origin: { kind: "answers" }, n, mean, topCount: topOf(steps), top },
      meanInterval: meanInterval({ n, mean, squaredDeviations }),
      leftOut: sum(answers.map(({ count }) => count)) - n,
    },
  };
}

/** Why these answers cannot be read as five steps; null where they can. */
export function scaleGap(answers: readonly AskedScale[]): ScaleGap | null {
  const odd = answers.filter((answer) => !isFiveSteps(answer));
  if (odd.length === 0) return null;
  const scales = scalesOf(answers);
  return { reason: scales.length > 1 ? "mixed_scales" : "other_scale", scales };
}

/** Every scale once, the shortest first. */
export function scalesOf(answers: readonly AskedScale[]): AskedScale[] {
  const known = new Map(answers.map(({ min, max }) => [`${min} ${max}`, { min, max }]));
  return [...known.values()].sort((a, b) => a.max - a.min - (b.max - b.min) || a.min - b.min);
}

function measureReport(reports: readonly NeedRating[]): Aspect {
  const last = reports.toSorted((a, b) => b.askedOn.localeCompare(a.askedOn))[0];
  const top = last && boundedShare({ count: last.top2, n: last.n });
  if (!top) return NOTHING;
  const { n, mean, top2, reportedIn, askedOn } = last;
  const origin = { kind: "report", reportedIn, askedOn } as const;
  return {
    gap: null,
    measure: { origin, n, mean, meanInterval: null, topCount: top2, top, leftOut: 0 },
  };
}

function topOf(steps: readonly { step: number; count: number }[]): number {
  return sum(steps.filter(({ step }) => step >= TOP_FROM).map(({ count }) => count));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
