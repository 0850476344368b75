import { at } from "#lib/stats/typed-array.ts";
import type { ServiceCosts } from "./service-costs.ts";

/**
 * How far what one customer costs may stray from its expectation, as variances of a week: `chance` by contacts to come, `rate` by what their
 * few contacts leave unknown of their own rate; `expected` of a week, as much as it can be less at most: no contact pays.
 */
export type OwnCostSpread = { chance: number; rate: number; expected: number };

/**
 * The spread of the cost of service of the customer in a place, in the unit of the spend squared.
 *
 * Contacts to come are a compound Poisson process of the customer's own rate c, with contacts as large as all are: a week varies by
 * `c s² / m`, s² and m the variance and mean of a week of all. The rate is off by `τ² K / (K + A)`, the error of the credibility estimator
 * at a known mean; 0 where customers do not differ. Over L weeks the variance is `chance L + rate L²`.
 * Source as of `serviceCosts`. Worked: of costs of 6 and 0 in 10 weeks each, of contacts of 1, chance is 0.55 and 0.05, rate 0.025 of both.
 */
export function ownCostSpread(
  { perWeek, mean, spread }: Pick<ServiceCosts, "perWeek" | "mean" | "spread">,
  place: number,
): OwnCostSpread {
  const { activeTime, within, between } = spread;
  const expected = at(perWeek, place);
  return {
    ...{ expected, chance: (expected * within) / mean },
    rate: (between * within) / (within + between * at(activeTime, place)),
  };
}
