"use client";

import { useTranslations } from "next-intl";
import { NumberField } from "#components/ui/number-field.tsx";
import { CONTACT_CHANNELS } from "#lib/workspaces/types.ts";
import { SettingsForm } from "./settings-form.tsx";
import { type FieldTexts, type SettingsAction, useSettingsForm } from "./use-settings-form.ts";

export type RatesFormProps = {
  tenant: string;
  currency: string;
  /** As text in the fields; "" means not set */
  stored: FieldTexts;
  version: number;
  action: SettingsAction;
};

/** Margin, and what an order, a return, a contact and keeping a customer cost. */
export function RatesForm({ tenant, currency, stored, version, action }: RatesFormProps) {
  const t = useTranslations("settings");
  const common = useTranslations("common");
  const form = useSettingsForm(action, stored);
  const names: FieldTexts = {
    marginPercent: t("margin"),
    costPerOrder: t("costPerOrder"),
    costPerReturn: t("costPerReturn"),
    retentionCostPerYear: t("retentionCost"),
    ...Object.fromEntries(
      CONTACT_CHANNELS.map((channel) => [`contact_${channel}`, t(`channels.${channel}`)]),
    ),
  };
  const field = (name: string) => ({
    name,
    label: names[name] ?? name,
    defaultValue: form.values[name],
    errors: form.errorsOf(name),
    placeholder: common("notSet"),
  });
  return (
    <SettingsForm
      {...{ form, tenant, version, stored, names }}
      saveLabel={t("saveRates")}
      savedText={t(stored["marginPercent"] === "" ? "ratesCleared" : "ratesSaved")}
      className="flex flex-col gap-4"
    >
      <NumberField {...field("marginPercent")} unit="%" hint={t("marginHint")} />
      <div className="grid gap-4 sm:grid-cols-2">
        <NumberField {...field("costPerOrder")} unit={currency} hint={t("costHint")} />
        <NumberField {...field("costPerReturn")} unit={currency} hint={t("returnHint")} />
        <NumberField
          {...field("retentionCostPerYear")}
          unit={currency}
          hint={t("retentionCostHint")}
        />
      </div>
      <fieldset className="min-w-0">
        <legend className="text-xs font-medium">{t("costPerContact")}</legend>
        <p className="mt-1 text-2xs text-muted">{t("contactHint")}</p>
        <div className="mt-3 grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
          {CONTACT_CHANNELS.map((channel) => (
            <NumberField key={channel} {...field(`contact_${channel}`)} unit={currency} />
          ))}
        </div>
      </fieldset>
    </SettingsForm>
  );
}
