import { useTranslations } from "next-intl";
import type { Definition } from "#components/ui/definition-list.tsx";
import type { ValueFormats } from "#components/value/value-formats.ts";
import { WEEKS_PER_YEAR } from "#lib/clv/weeks.ts";
import type { RunDetail } from "#lib/clv-runs/index.ts";
import { formatInterval } from "#lib/format/format-interval.ts";

/** 97.5 % point of the standard normal distribution. */
const Z = 1.959963984540054;

type Service = NonNullable<NonNullable<RunDetail["totals"]>["service"]>;

/** What contacts cost in a run that has ended by a model; nothing of others. */
export function useServiceTerm(run: RunDetail, formats: ValueFormats): Definition[] {
  const t = useTranslations("lifetime");
  if (run.status !== "succeeded" || run.model === "historic") return [];
  const service = run.totals?.service ?? null;
  const term = t("run.service");
  if (!service) return [{ term, value: t("run.serviceNone", { reason: noServiceOf(run) }) }];
  const { meanErrorMinor, credibilityWeeks } = service;
  const mean = yearlyCostOf(service);
  const reach = meanErrorMinor === null ? null : Z * meanErrorMinor * WEEKS_PER_YEAR;
  const interval = reach === null ? null : ([Math.max(0, mean - reach), mean + reach] as const);
  const aheadReach = aheadIntervalOf(service);
  const value = t("run.serviceText", {
    mean: formats.exactMoney(mean),
    interval: formatInterval(interval, formats.exactMoney),
    ...{ priced: formats.number(service.priced), contacts: formats.number(service.contacts) },
    weeks: formats.number(Math.round(service.activeWeeks)),
    shrinkage: credibilityWeeks === null ? "none" : formats.number(Math.round(credibilityWeeks)),
    ahead: formats.money(service.aheadMinor),
    aheadInterval: aheadReach ? formatInterval(aheadReach, formats.money) : "none",
  });
  return [{ term, value }];
}

/** What keeping customers costs in a run that has ended by a model; nothing of others. */
export function useRetentionTerm(run: RunDetail, formats: ValueFormats): Definition[] {
  const t = useTranslations("lifetime");
  if (run.status !== "succeeded" || run.model === "historic") return [];
  const term = t("run.retention");
  const retention = run.totals?.retention ?? null;
  const reason = run.marginRate === null ? "revenue" : "unset";
  if (!retention) return [{ term, value: t("run.retentionNone", { reason }) }];
  const years = Math.round(retention.weeksAhead / WEEKS_PER_YEAR);
  const value = t("run.retentionText", {
    cost: formats.exactMoney(run.retentionCostPerYearMinor),
    ...{ years, yearsText: formats.number(years) },
    ahead: formats.money(retention.aheadMinor),
  });
  return [{ term, value }];
}

/** What serving a customer costs a year on average, in minor units: a week's is cents. */
export function yearlyCostOf({ meanPerWeekMinor }: { meanPerWeekMinor: number }): number {
  return meanPerWeekMinor * WEEKS_PER_YEAR;
}

function aheadIntervalOf({ aheadMinor, aheadErrorMinor }: Service) {
  if (aheadErrorMinor === null) return null;
  const reach = Z * aheadErrorMinor;
  return [Math.max(0, aheadMinor - reach), aheadMinor + reach] as const;
}

function noServiceOf({ marginRate, costPerContactMinor }: RunDetail) {
  if (marginRate === null) return "revenue";
  return costPerContactMinor === null ? "unpriced" : "none";
}
