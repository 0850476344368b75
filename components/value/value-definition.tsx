import { useTranslations } from "next-intl";
import { cx } from "#lib/class-names.ts";
import { type CostActivity, costStates } from "#lib/value/economics.ts";
import type { Measure, ValueBasis } from "#lib/value/types.ts";
import type { Rates } from "#lib/workspaces/types.ts";
import type { ValueFormats } from "./value-formats.ts";

export type ValueDefinitionProps = {
  basis: ValueBasis;
  measure: Measure;
  formats: ValueFormats;
  className?: string;
};

/** Under a number: by which definition it is one, as of when, in which currency, over how many, with which rates. */
export function ValueDefinition({ basis, measure, formats, className }: ValueDefinitionProps) {
  const t = useTranslations("value");
  const count = basis.customersWithOrders;
  return (
    <p className={cx("text-2xs text-pretty text-muted", className)}>
      <b className="font-semibold text-text">{t(`definitions.${measure}`)}</b>{" "}
      {t("definitionBasis", {
        day: formats.day(basis.asOfOn),
        currency: basis.currency,
        count,
        customers: formats.number(count),
      })}{" "}
      {measure === "profit" && <RatesInForce rates={basis.rates} formats={formats} />}
    </p>
  );
}

export type RatesInForceProps = { rates: Rates; formats: ValueFormats };

/** The rates that made profit of revenue, and every cost that is not in it. */
export function RatesInForce({ rates, formats }: RatesInForceProps) {
  const t = useTranslations("value");
  const states = Object.entries(costStates(rates)) as [CostActivity, string][];
  const named = (wanted: string) =>
    states.filter(([, state]) => state === wanted).map(([activity]) => t(`costs.${activity}`));
  const [unset, uncounted] = [named("not_set"), named("not_counted")];
  const margin = formats.share(rates.marginRate);
  return (
    <>
      {rates.costPerOrderMinor === null
        ? t("ratesMarginOnly", { margin })
        : t("ratesMarginAndOrder", { margin, cost: formats.exactMoney(rates.costPerOrderMinor) })}
      {unset.length > 0 && ` ${t("costsNotSet", { costs: formats.list(unset) })}`}
      {uncounted.length > 0 && ` ${t("costsNotCounted", { costs: formats.list(uncounted) })}`}
    </>
  );
}
