"use client";

import { useTranslations } from "next-intl";
import { ComboBox, type ComboBoxOption } from "#components/ui/combo-box.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { SettingsForm } from "./settings-form.tsx";
import { type SettingsAction, useSettingsForm } from "./use-settings-form.ts";

export type FormatsPanelProps = {
  tenant: string;
  timeZone: string;
  locale: string;
  timeZones: readonly ComboBoxOption[];
  /** Each with a number, a day and an amount as it writes them */
  locales: readonly ComboBoxOption[];
  version: number;
  action: SettingsAction | null;
};

/** Where days begin, and how numbers, amounts and days are written. */
export function FormatsPanel({ action, ...props }: FormatsPanelProps) {
  const t = useTranslations("settings");
  const { timeZone, locale, locales } = props;
  return (
    <Panel title={t("formats")} caption={t("formatsCaption")}>
      {action ? (
        <FormatsForm {...props} action={action} />
      ) : (
        <DefinitionList
          entries={[
            { term: t("timeZone"), value: timeZone },
            {
              term: t("locale"),
              value: locales.find(({ value }) => value === locale)?.label ?? locale,
            },
          ]}
        />
      )}
    </Panel>
  );
}

type FormatsFormProps = Omit<FormatsPanelProps, "action"> & { action: SettingsAction };

function FormatsForm(props: FormatsFormProps) {
  const { tenant, timeZone, locale, timeZones, locales, version, action } = props;
  const t = useTranslations("settings");
  const stored = { timeZone, locale };
  const form = useSettingsForm(action, stored);
  return (
    <SettingsForm
      {...{ form, tenant, version, stored }}
      names={{ timeZone: t("timeZone"), locale: t("locale") }}
      saveLabel={t("saveFormats")}
    >
      <ComboBox
        label={t("timeZone")}
        name="timeZone"
        options={timeZones}
        defaultValue={form.values["timeZone"] ?? timeZone}
        hint={t("timeZoneHint")}
        errors={form.errorsOf("timeZone")}
      />
      <ComboBox
        label={t("locale")}
        name="locale"
        options={locales}
        defaultValue={form.values["locale"] ?? locale}
        hint={t("localeHint")}
        errors={form.errorsOf("locale")}
      />
    </SettingsForm>
  );
}
