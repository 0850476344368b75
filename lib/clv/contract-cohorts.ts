import type { SurvivalPoint, Tenure } from "./contract-types.ts";
import { survivalShare } from "./models/sbg.ts";
import type { ContractCohort, SbgParameters } from "./types.ts";

/** Tenures by how many renewals they could be watched at: cohorts of unequal length, those who are still there cut off on the right. */
export function contractCohorts(tenures: readonly Tenure[]): ContractCohort[] {
  const byLength = new Map<number, { lost: number[]; survivors: number }>();
  for (const { state, renewals, due } of tenures) {
    const length = state === "lost" ? due : renewals;
    const cohort = byLength.get(length) ?? { lost: new Array(length).fill(0), survivors: 0 };
    byLength.set(length, cohort);
    if (state === "lost") cohort.lost[renewals] = (cohort.lost[renewals] ?? 0) + 1;
    else cohort.survivors += 1;
  }
  return [...byLength.values()];
}

/**
 * Who came to each renewal and left at it, and the share of all that was still there after it.
 *
 * The observed share is that of Kaplan and Meier (1958), which counts whoever is watched for a shorter time as long as they are.
 * Worked: 369 and 163 lost of 1,000 leave 0.631 and 0.468.
 */
export function survivalCurve(
  cohorts: readonly ContractCohort[],
  parameters: SbgParameters,
): SurvivalPoint[] {
  const longest = cohorts.reduce((most, { lost }) => Math.max(most, lost.length), 0);
  let observed = 1;
  return Array.from({ length: longest }, (_, index) => {
    const { atRisk, lost } = renewalCounts(cohorts, index);
    observed *= atRisk === 0 ? 1 : 1 - lost / atRisk;
    const predicted = survivalShare(parameters, index + 1);
    return { renewal: index + 1, atRisk, lost, observed, predicted };
  });
}

/** Of the renewal at a place, 0 the first: who came to it and who left at it. */
export function renewalCounts(
  cohorts: readonly ContractCohort[],
  index: number,
): { atRisk: number; lost: number } {
  let [atRisk, left] = [0, 0];
  for (const { lost, survivors } of cohorts) {
    if (lost.length <= index) continue;
    left += lost[index] ?? 0;
    atRisk += lost.slice(index).reduce((sum, count) => sum + count, survivors);
  }
  return { atRisk, lost: left };
}
