import type { FigureSums } from "./figure-sums.ts";
import type { Measure } from "./segment-measures.ts";

/** CLV at risk of some customers and of all, in minor units, and the share 0..1 that the first is; null: not known. */
export type ClvAtRisk = {
  /** `n`: customers with a CLV; it is summed over all of them, and has no interval */
  readonly shareOfRisk: Measure | null;
  readonly riskMinor: number | null;
  readonly allRiskMinor: number | null;
};

/** CLV at risk of a set of customers within `all`; nothing is known where no customer has a CLV, or none of it is at risk. */
export function clvAtRisk(sums: FigureSums, all: FigureSums): ClvAtRisk {
  const allRiskMinor = Number(all.atRiskMinor);
  if (all.scored === 0 || allRiskMinor <= 0) return NO_CLV_AT_RISK;
  const riskMinor = Number(sums.atRiskMinor);
  const shareOfRisk = { value: riskMinor / allRiskMinor, interval: null, n: all.scored };
  return { shareOfRisk, riskMinor, allRiskMinor };
}

/** Where nothing is known of it. */
export const NO_CLV_AT_RISK: ClvAtRisk = { shareOfRisk: null, riskMinor: null, allRiskMinor: null };
