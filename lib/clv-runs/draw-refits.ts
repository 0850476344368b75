import { bootstrapFits } from "#lib/clv/index.ts";
import type { AnyPurchaseFit, OnProgress, PurchaseHistory } from "#lib/clv/types.ts";

/** From here on the delta method is exact enough. */
const ENOUGH_REPEATERS = 1000;
const REFITS = 400;
/** Longer than this nobody waits for an interval; the delta method stands in. Who asks for Pareto/NBD has time. */
const MOST_MS = { bg_nbd: 30_000, mbg_nbd: 30_000, pareto_nbd: 90_000 } as const;
/** So many customers take longer in any case. */
const MOST_CUSTOMERS = 100_000;

/** Each refit is asked for two totals of at most so many customers. */
const TOTALS = 2;
const ASKED_CUSTOMERS = 500;

/**
 * 400 fits of drawn histories for the intervals of a run: with under 1,000 repeaters or a fit that priors had to hold. null where the
 * delta method serves, or must: above 100,000 customers, and where drawing, or scoring by all of them, takes longer than
 * half a minute, or one and a half with Pareto/NBD. `score` scores everybody once; it is asked twice.
 */
export function drawRefits(
  history: PurchaseHistory,
  fit: AnyPurchaseFit,
  { seed, score, onProgress }: { seed: number; score: () => unknown; onProgress: OnProgress },
): readonly AnyPurchaseFit[] | null {
  if (history.repeats.length > MOST_CUSTOMERS) return null;
  if (fit.repeaters >= ENOUGH_REPEATERS && !fit.hasPrior) return null;
  const share = Math.min(1, ASKED_CUSTOMERS / history.repeats.length);
  const mostMs = MOST_MS[fit.model];
  // The faster of two: the first also compiles, and either may have had to wait for others on the machine.
  const elapsedMs = Math.min(elapsedMsOf(score), elapsedMsOf(score));
  if (REFITS * TOTALS * share * elapsedMs > mostMs) return null;
  const endsAtMs = performance.now() + mostMs;
  const isOver = () => performance.now() > endsAtMs;
  return bootstrapFits(history, fit, { replicates: REFITS, seed, isOver, onProgress });
}

function elapsedMsOf(work: () => unknown): number {
  const fromMs = performance.now();
  work();
  return performance.now() - fromMs;
}
