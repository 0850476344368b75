import { useTranslations } from "next-intl";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { formatMoney, minorDigits } from "#lib/format/format-money.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import type { Rates } from "#lib/workspaces/types.ts";
import { RatesForm, type RatesFormProps } from "./rates-form.tsx";

export type RatesPanelProps = {
  slug: string;
  formats: { currency: string; locale: string };
  rates: Rates;
  /** null for members who may only read */
  action: RatesFormProps["action"] | null;
};

/** The rates that turn revenue into profit, to change or to read. */
export function RatesPanel({ slug, formats, rates, action }: RatesPanelProps) {
  const t = useTranslations("settings");
  const { currency, locale } = formats;
  return (
    <Panel
      title={t("rates")}
      caption={rates.marginRate === null ? t("ratesNone") : t("ratesCaption")}
    >
      {action ? (
        <RatesForm
          tenant={slug}
          currency={currency}
          rates={fieldTexts(rates, currency)}
          action={action}
        />
      ) : (
        <DefinitionList
          entries={[
            { term: t("margin"), value: formatPercent(rates.marginRate, locale) },
            {
              term: t("costPerOrder"),
              value: formatMoney(rates.costPerOrderMinor, currency, locale),
            },
          ]}
        />
      )}
    </Panel>
  );
}

/** 0.375 → "37.5"; rounded where binary fractions would show. */
function fieldTexts({ marginRate, costPerOrderMinor }: Rates, currency: string) {
  const digits = minorDigits(currency);
  return {
    marginPercent: marginRate === null ? "" : String(Number((100 * marginRate).toFixed(4))),
    costPerOrder:
      costPerOrderMinor === null ? "" : (costPerOrderMinor / 10 ** digits).toFixed(digits),
  };
}
