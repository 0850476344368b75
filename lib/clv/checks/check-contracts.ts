import type { ClvWarning, ContractCohort } from "../types.ts";

const LEAST_RENEWALS = 3;
const LEAST_LOSSES = 30;

/** What speaks against a model of contracts, as refusals: numbers that cannot be, fewer than 3 renewals or 30 losses. */
export function checkContracts(cohorts: readonly ContractCohort[]): ClvWarning[] {
  const counts = cohorts.flatMap(({ lost, survivors }) => [...lost, survivors]);
  const broken = counts.filter((count) => !(count >= 0 && Number.isFinite(count))).length;
  if (broken > 0) return [refusal("history_inconsistent", { broken })];
  if (counts.every((count) => count === 0)) return [refusal("no_customers", { customers: 0 })];
  const renewals = Math.max(0, ...cohorts.map(({ lost }) => lost.length));
  if (renewals < LEAST_RENEWALS)
    return [refusal("few_renewals", { renewals, needed: LEAST_RENEWALS })];
  const losses = cohorts.flatMap(({ lost }) => lost).reduce((sum, count) => sum + count, 0);
  if (losses < LEAST_LOSSES) return [refusal("few_losses", { losses, needed: LEAST_LOSSES })];
  return [];
}

function refusal(code: ClvWarning["code"], values: Record<string, number>): ClvWarning {
  return { code, level: "refusal", values };
}
