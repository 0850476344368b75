import {
  contractOutlook,
  discountedVariance,
  expectedDiscounted,
  renewalsAhead,
} from "./contract-outlook.ts";
import type { ContractScoreOptions, Tenures } from "./contract-types.ts";
import { deltaVariance } from "./delta-variance.ts";
import { activeTimeAhead, restCostOf, worthOf } from "./score-contracts.ts";
import { type ServiceSpread, serviceVariance } from "./service-variance.ts";
import type { SbgFit, SbgParameters, TotalWithInterval } from "./types.ts";

/** 97.5 % point of the standard normal distribution. */
const Z = 1.959963984540054;

/** Customers with as many renewals made and ahead: what their next renewals are worth together, and the squares of it. */
type Group = { renewals: number; ahead: number; worth: number; squares: number };

/**
 * The value to come of all under contract with its 95 % interval: what the parameters leave open (delta method) plus chance to come.
 *
 * Whether customers renew is taken as independent given their renewals. Show the backtest's error beside it, as `widenedByError` does.
 * `service`: how the costs of service of running contracts vary, in their order; without it they are taken as known.
 * Worked: the variance of one customer's renewals is that of their own distribution, as a test adds up.
 */
export function contractTotal(
  tenures: Pick<Tenures, "period" | "current">,
  fit: Pick<SbgFit, "parameters" | "logCovariance">,
  options: ContractScoreOptions,
  service: ServiceSpread | null = null,
): TotalWithInterval {
  const { period } = tenures;
  const groups = groupsOf(tenures, options);
  const rest = restCostsOf(tenures, options);
  const totalAt = (parameters: SbgParameters) => {
    const outlook = contractOutlook(parameters, period, options);
    return (
      sumOver(groups, (each) => each.worth * expectedDiscounted(outlook(...placeOf(each)))) - rest
    );
  };
  const total = totalAt(fit.parameters);
  const { alpha, beta } = fit.parameters;
  const ofService = service
    ? serviceVariance(service, activeTimeAhead(tenures, fit.parameters, options))
    : { open: 0, chance: 0 };
  const ofFit = deltaVariance(Float64Array.of(alpha, beta), fit.logCovariance, (column) =>
    totalAt({ alpha: column[0] ?? alpha, beta: column[1] ?? beta }),
  );
  const open = ofFit + ofService.open;
  const outlook = contractOutlook(fit.parameters, period, options);
  const ofRenewals = sumOver(
    groups,
    (each) => each.squares * discountedVariance(outlook(...placeOf(each))),
  );
  const chance = ofRenewals + ofService.chance;
  const predictiveDeviation = Math.sqrt(open + chance);
  const reach = Z * predictiveDeviation;
  const isServed = tenures.current.some(({ serviceCost = 0 }) => serviceCost > 0);
  const least = isServed ? Number.NEGATIVE_INFINITY : 0;
  const interval = [Math.max(least, total - reach), total + reach] as const;
  const standardError = Math.sqrt(open);
  return { method: "delta", total, standardError, predictiveDeviation, interval };
}

/** What serving the rest of all running periods costs, which no chance decides. */
function restCostsOf(
  { period, current }: Pick<Tenures, "period" | "current">,
  options: ContractScoreOptions,
): number {
  return current.reduce(
    (sum, tenure) => (tenure.state === "running" ? sum + restCostOf(tenure, period, options) : sum),
    0,
  );
}

function groupsOf(
  { period, current }: Pick<Tenures, "period" | "current">,
  options: ContractScoreOptions,
): Group[] {
  const groups = new Map<string, Group>();
  for (const tenure of current) {
    if (tenure.state !== "running") continue;
    const { renewals } = tenure;
    const ahead = renewalsAhead(tenure.nextIn, period, options);
    const key = `${renewals} ${ahead}`;
    const group = groups.get(key) ?? { renewals, ahead, worth: 0, squares: 0 };
    const worth = worthOf(tenure, period, options);
    group.worth += worth;
    group.squares += worth ** 2;
    groups.set(key, group);
  }
  return [...groups.values()];
}

function placeOf({ renewals, ahead }: Group): [renewals: number, ahead: number] {
  return [renewals, ahead];
}

function sumOver(groups: readonly Group[], of: (group: Group) => number): number {
  return groups.reduce((sum, group) => sum + of(group), 0);
}
