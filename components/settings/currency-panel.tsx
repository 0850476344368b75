"use client";

import { useTranslations } from "next-intl";
import { ComboBox, type ComboBoxOption } from "#components/ui/combo-box.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { SettingsForm } from "./settings-form.tsx";
import { type SettingsAction, useSettingsForm } from "./use-settings-form.ts";

export type CurrencyPanelProps = {
  tenant: string;
  currency: string;
  options: readonly ComboBoxOption[];
  version: number;
  /** Amounts are stored: the currency is fixed */
  isFixed: boolean;
  action: SettingsAction | null;
};

/** The currency every amount of the workspace is in, as long as there is none. */
export function CurrencyPanel({ isFixed, action, ...props }: CurrencyPanelProps) {
  const t = useTranslations("settings");
  const { currency, options } = props;
  return (
    <Panel
      title={t("currency")}
      caption={isFixed ? t("currencyFixed", { currency }) : t("currencyCaption")}
    >
      {action && !isFixed ? (
        <CurrencyForm {...props} action={action} />
      ) : (
        <p>{options.find(({ value }) => value === currency)?.label ?? currency}</p>
      )}
    </Panel>
  );
}

type CurrencyFormProps = Omit<CurrencyPanelProps, "action" | "isFixed"> & {
  action: SettingsAction;
};

function CurrencyForm({ tenant, currency, options, version, action }: CurrencyFormProps) {
  const t = useTranslations("settings");
  const form = useSettingsForm(action, { currency });
  return (
    <SettingsForm
      {...{ form, tenant, version }}
      stored={{ currency }}
      names={{ currency: t("currency") }}
      saveLabel={t("saveCurrency")}
    >
      <ComboBox
        label={t("currency")}
        name="currency"
        options={options}
        defaultValue={form.values["currency"] ?? currency}
        hint={t("currencyHint")}
        errors={form.errorsOf("currency")}
      />
    </SettingsForm>
  );
}
