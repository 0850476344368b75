import { useTranslations } from "next-intl";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { formatMoney, minorDigits } from "#lib/format/format-money.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import { CONTACT_CHANNELS, type WorkspaceSettings } from "#lib/workspaces/types.ts";
import { RatesForm } from "./rates-form.tsx";
import type { FieldTexts, SettingsAction } from "./use-settings-form.ts";

export type RatesPanelProps = {
  tenant: string;
  settings: WorkspaceSettings;
  locale: string;
  /** null for members who may only read */
  action: SettingsAction | null;
};

/** The rates that turn revenue into profit, to change or to read. */
export function RatesPanel({ tenant, settings, locale, action }: RatesPanelProps) {
  const t = useTranslations("settings");
  return (
    <Panel
      title={t("rates")}
      caption={settings.marginRate === null ? t("ratesNone") : t("ratesCaption")}
    >
      {action ? (
        <RatesForm
          tenant={tenant}
          currency={settings.currency}
          stored={fieldTexts(settings)}
          version={settings.version}
          action={action}
        />
      ) : (
        <RatesList settings={settings} locale={locale} />
      )}
    </Panel>
  );
}

function RatesList({ settings, locale }: Pick<RatesPanelProps, "settings" | "locale">) {
  const t = useTranslations("settings");
  const common = useTranslations("common");
  const { currency, marginRate, costPerContactMinor } = settings;
  const money = (minor: number | null) =>
    minor === null ? common("notSet") : formatMoney(minor, currency, locale);
  return (
    <DefinitionList
      entries={[
        {
          term: t("margin"),
          value: marginRate === null ? common("notSet") : formatPercent(marginRate, locale),
        },
        { term: t("costPerOrder"), value: money(settings.costPerOrderMinor) },
        { term: t("costPerReturn"), value: money(settings.costPerReturnMinor) },
        { term: t("retentionCost"), value: money(settings.retentionCostPerYearMinor) },
        ...CONTACT_CHANNELS.map((channel) => ({
          term: t("costOfContact", { channel: t(`channels.${channel}`) }),
          value: money(costPerContactMinor[channel] ?? null),
        })),
      ]}
    />
  );
}

/** 0.375 → "37.5"; rounded where binary fractions would show. */
function fieldTexts(settings: WorkspaceSettings): FieldTexts {
  const { currency, marginRate, costPerContactMinor } = settings;
  const digits = minorDigits(currency);
  const money = (minor: number | null) =>
    minor === null ? "" : (minor / 10 ** digits).toFixed(digits);
  const contact = CONTACT_CHANNELS.map((channel) => [
    `contact_${channel}`,
    money(costPerContactMinor[channel] ?? null),
  ]);
  return {
    marginPercent: marginRate === null ? "" : String(Number((100 * marginRate).toFixed(4))),
    costPerOrder: money(settings.costPerOrderMinor),
    costPerReturn: money(settings.costPerReturnMinor),
    retentionCostPerYear: money(settings.retentionCostPerYearMinor),
    ...Object.fromEntries(contact),
  };
}
