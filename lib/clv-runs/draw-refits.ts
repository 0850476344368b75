import { bootstrapFits } from "#lib/clv/index.ts";
import type { AnyPurchaseFit, OnProgress, PurchaseFit, PurchaseHistory } from "#lib/clv/types.ts";

/** From here on the delta method is exact enough. */
const ENOUGH_REPEATERS = 1000;
const REFITS = 400;
/** Longer than this nobody waits for an interval; the delta method stands in. */
const MOST_MS = 30_000;
/** So many customers take longer in any case. */
const MOST_CUSTOMERS = 100_000;

/**
 * 400 fits of drawn histories for the intervals of a run: with under 1,000 repeaters or a fit that priors had to hold. null where the
 * delta method serves, or must: for Pareto/NBD, above 100,000 customers, and where the drawing takes longer than half a minute.
 */
export function drawRefits(
  history: PurchaseHistory,
  fit: AnyPurchaseFit,
  { seed, onProgress }: { seed: number; onProgress: OnProgress },
): readonly PurchaseFit[] | null {
  if (fit.model === "pareto_nbd" || history.repeats.length > MOST_CUSTOMERS) return null;
  if (fit.repeaters >= ENOUGH_REPEATERS && !fit.hasPrior) return null;
  const endsAtMs = performance.now() + MOST_MS;
  const isOver = () => performance.now() > endsAtMs;
  return bootstrapFits(history, fit, { replicates: REFITS, seed, isOver, onProgress });
}
