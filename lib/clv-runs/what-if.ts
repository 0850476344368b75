import type { RunDetail } from "./queries.ts";
import type { ScenarioField } from "./scenario-query.ts";
import type { Interval, Scenario } from "./types.ts";
import { LEAST_CHANCE, valueUnder } from "./what-if-value.ts";

/** What a run comes to under a scenario, from `sampled` customers, with the run's interval in proportion. */
export type ScenarioTotal = {
  valueMinor: number;
  interval: Interval | null;
  /** To the run's total; null where that is 0 */
  ratio: number | null;
  sampled: number;
  /** Whether these are not all customers it could be told of */
  isSample: boolean;
};

/** What a run was computed with; the scenario that changes nothing. */
export function scenarioOf(run: Pick<RunDetail, "marginRate" | "discountRateAnnual">): Scenario {
  return {
    retentionPoints: 0,
    marginRate: run.marginRate ?? 1,
    discountRateAnnual: run.discountRateAnnual,
  };
}

/**
 * What can be asked of a run. Retention only where a purchase or a renewal decides it; a discount only of what is to come. A run over
 * contracts that kept no sample can only be asked for another margin.
 */
export function askableOf({ model, totals }: RunDetail): readonly ScenarioField[] {
  switch (model) {
    case "bg_nbd":
    case "mbg_nbd":
      return ["retention", "margin", "discount"];
    case "sbg":
      return totals?.contractSample.length ? ["retention", "margin", "discount"] : ["margin"];
    case "pareto_nbd":
      return ["margin", "discount"];
    case "historic":
    case null:
      return ["margin"];
  }
}

/**
 * The total of a run had it other terms: the sample's value under the scenario over that as it is, times the run's total. What cannot be
 * asked of the run stays as it is.
 *
 * Retention changes from now on: who has left stays away. Of the chance to leave after a purchase or at a renewal, Beta(a, b), the mean
 * a / (a + b) moves and a + b stays. null where no customer has a value that could change.
 */
export function scenarioTotal(run: RunDetail, scenario: Scenario): ScenarioTotal | null {
  const { totals } = run;
  const base = valueUnder(run, scenarioOf(run));
  const asked = valueUnder(run, scenario);
  if (!totals || base === null || asked === null) return null;
  const ratio = base === 0 ? null : asked / base;
  const scale = (minor: number) => Math.round(minor * (ratio ?? 1));
  const bounds = totals.interval?.map(scale).sort((one, other) => one - other);
  return {
    valueMinor: scale(totals.valueMinor),
    interval: bounds ? [bounds[0] ?? 0, bounds[1] ?? 0] : null,
    ...{ ratio, ...sampledOf(run) },
  };
}

function sampledOf({ model, customers, totals }: RunDetail) {
  const all = customers ?? 0;
  if (model === "historic" || !totals) return { sampled: all, isSample: false };
  if (model !== "sbg")
    return { sampled: totals.sample.length, isSample: totals.sample.length < all };
  const sampled = totals.contractSample.length;
  return sampled === 0 ? { sampled: all, isSample: false } : { sampled, isSample: sampled < all };
}

/** The chance to stay after a purchase or renewal by a run's fit, 0..1; null where neither decides it. */
export function retentionOf({ model, fit }: RunDetail): number | null {
  const { a, b, alpha, beta } = fit?.parameters ?? {};
  if (model === "sbg") return alpha && beta ? beta / (alpha + beta) : null;
  return a && b ? b / (a + b) : null;
}

/** The retention a scenario was held at, 0..1, where it asked for one that cannot be; null where it did not. */
export function cappedRetention(run: RunDetail, { retentionPoints }: Scenario): number | null {
  const now = retentionOf(run);
  if (now === null || retentionPoints === 0 || !askableOf(run).includes("retention")) return null;
  const asked = now + retentionPoints / 100;
  if (asked > 1 - LEAST_CHANCE) return 1 - LEAST_CHANCE;
  return asked < LEAST_CHANCE ? LEAST_CHANCE : null;
}
