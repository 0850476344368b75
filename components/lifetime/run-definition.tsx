import { useTranslations } from "next-intl";
import type { ValueFormats } from "#components/value/value-formats.ts";
import type { RunDetail } from "#lib/clv-runs/index.ts";
import { useCohortWords } from "./cohort-words.ts";
import { yearlyCostOf } from "./service-term.ts";

export type RunDefinitionProps = { run: RunDetail; formats: ValueFormats };

/** By which definition a number of a run is one: what, how far, discounted how, from when, by which model, over how many and whom. */
export function RunDefinition({ run, formats }: RunDefinitionProps) {
  const t = useTranslations("lifetime");
  const cohort = useCohortWords()(run, formats);
  const { spend, model, basis } = run;
  const name = t(`models.${model ?? "historic"}`);
  const words = t(model === "historic" ? "definitionHistoric" : "definition", {
    basis,
    period: t(`periods.${run.renewalPeriod ?? "month"}`),
    measure: measureOf(run),
    margin: formats.share(run.marginRate),
    ...costsOff(run, formats),
    months: run.horizonMonths,
    discount: formats.share(run.discountRateAnnual),
    cutoff: formats.day(run.cutoffOn),
    model: spend ? t("withSpend", { model: name, spend: t(`spendModels.${nameOf(spend)}`) }) : name,
    leaving: run.totals?.aliveModel ? t(`models.${run.totals.aliveModel}`) : "none",
    when: formats.day(run.finishedAt?.slice(0, 10) ?? null),
    ...{ count: run.customers ?? 0, customers: formats.number(run.customers) },
  });
  return cohort ? `${words} ${cohort}` : words;
}

function nameOf({ model, bands }: NonNullable<RunDetail["spend"]>) {
  return bands ? "by_frequency" : model;
}

/** What the value of a run is of. */
export function measureOf({ marginRate }: Pick<RunDetail, "marginRate">): "revenue" | "margin" {
  return marginRate === null ? "revenue" : "margin";
}

/** What each cost takes off, in words of the definitions; "none" where it takes nothing. */
export function costsOff(run: RunDetail, { exactMoney }: ValueFormats) {
  const { totals, costPerOrderMinor, retentionCostPerYearMinor } = run;
  const exact = (minor: number | null | undefined) => (minor == null ? "none" : exactMoney(minor));
  return {
    cost: exact(costPerOrderMinor),
    contacts: exact(totals?.historicContacts?.costMinor),
    service: exact(totals?.service && yearlyCostOf(totals.service)),
    retention: totals?.retention ? exact(retentionCostPerYearMinor) : "none",
  };
}
