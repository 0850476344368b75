import type { AnyPurchaseFit, PooledSpend, SpendFit } from "#lib/clv/types.ts";
import type { RunDetail } from "./queries.ts";

/** Of a stored fit only what scores is asked again. */
const KNOWN = {
  ...{ logCovariance: null, conditionNumber: 1, gradientPerCustomer: 0 },
  ...{ converged: true, reason: null },
} as const;

/** The stored fit of purchases as one that scores; null for contracts, or where a parameter is missing. */
export function purchaseFitOf({
  model,
  fit,
  customers,
  repeaters,
}: RunDetail): AnyPurchaseFit | null {
  if (!fit) return null;
  const { logLikelihood } = fit;
  const about = { customers: customers ?? 0, repeaters: repeaters ?? 0, hasPrior: false };
  const { r, alpha, a, b, s, beta } = fit.parameters;
  if (model === "pareto_nbd" && r && alpha && s && beta) {
    const parameters = { r, alpha, s, beta };
    return { ...KNOWN, ...about, model, parameters, standardErrors: parameters, logLikelihood };
  }
  if ((model === "bg_nbd" || model === "mbg_nbd") && r && alpha && a && b) {
    const parameters = { r, alpha, a, b };
    return { ...KNOWN, ...about, model, parameters, standardErrors: parameters, logLikelihood };
  }
  return null;
}

type StoredSpend = NonNullable<RunDetail["spend"]>;

/** The stored fit of spend as one that scores, its bands included; null where there is none or a parameter is missing. */
export function spendFitOf({ spend }: Pick<RunDetail, "spend">): SpendFit | null {
  const pooled = spend && pooledOf(spend);
  if (!(spend && pooled)) return null;
  const bands = spend.bands?.flatMap((band) => {
    const own = pooledOf(band);
    return own ? [{ ...own, leastRepeats: band.leastRepeats, mostRepeats: band.mostRepeats }] : [];
  });
  return { ...pooled, bands: bands ?? null };
}

function pooledOf(
  stored: Pick<StoredSpend, "model" | "parameters" | "logLikelihood" | "customers">,
): PooledSpend | null {
  const { model, customers, logLikelihood } = stored;
  const { p, q, v } = stored.parameters;
  if (!(p && q && v)) return null;
  const parameters = { p, q, v };
  return {
    ...{ ...KNOWN, model, parameters, standardErrors: parameters },
    ...{ logLikelihood: logLikelihood ?? 0, customers },
  };
}
