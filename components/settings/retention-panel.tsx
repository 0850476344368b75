"use client";

import { useTranslations } from "next-intl";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { NumberField } from "#components/ui/number-field.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { SettingsForm } from "./settings-form.tsx";
import { type SettingsAction, useSettingsForm } from "./use-settings-form.ts";

export type RetentionPanelProps = {
  tenant: string;
  auditDays: number;
  rejectDays: number;
  version: number;
  action: SettingsAction | null;
};

/** How long the audit log and rejected rows are kept, and why. */
export function RetentionPanel({ action, ...props }: RetentionPanelProps) {
  const t = useTranslations("settings");
  return (
    <Panel title={t("retention")} caption={t("retentionCaption")}>
      {action ? (
        <RetentionForm {...props} action={action} />
      ) : (
        <DefinitionList
          entries={[
            { term: t("auditDays"), value: t("days", { count: props.auditDays }) },
            { term: t("rejectDays"), value: t("days", { count: props.rejectDays }) },
          ]}
        />
      )}
    </Panel>
  );
}

type RetentionFormProps = Omit<RetentionPanelProps, "action"> & { action: SettingsAction };

function RetentionForm(props: RetentionFormProps) {
  const { tenant, auditDays, rejectDays, version, action } = props;
  const t = useTranslations("settings");
  const stored = { auditDays: String(auditDays), rejectDays: String(rejectDays) };
  const form = useSettingsForm(action, stored);
  const field = (name: "auditDays" | "rejectDays") => ({
    name,
    label: t(name),
    unit: t("dayUnit"),
    defaultValue: form.values[name],
    errors: form.errorsOf(name),
  });
  return (
    <SettingsForm
      {...{ form, tenant, version, stored }}
      names={{ auditDays: t("auditDays"), rejectDays: t("rejectDays") }}
      saveLabel={t("saveRetention")}
    >
      <NumberField {...field("auditDays")} hint={t("auditDaysHint")} />
      <NumberField {...field("rejectDays")} hint={t("rejectDaysHint")} />
    </SettingsForm>
  );
}
