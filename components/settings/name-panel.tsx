"use client";

import { useTranslations } from "next-intl";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { SettingsForm } from "./settings-form.tsx";
import { type SettingsAction, useSettingsForm } from "./use-settings-form.ts";

export type NamePanelProps = {
  tenant: string;
  name: string;
  version: number;
  /** null for members who may only read */
  action: SettingsAction | null;
};

/** The name of the workspace and its address, which stays. */
export function NamePanel({ tenant, name, version, action }: NamePanelProps) {
  const t = useTranslations("settings");
  const address = <span className="font-mono text-2xs">/w/{tenant}</span>;
  return (
    <Panel title={t("workspace")} caption={t("workspaceCaption")}>
      <div className="flex flex-col gap-4">
        {action && <NameForm tenant={tenant} name={name} version={version} action={action} />}
        <DefinitionList
          entries={[
            ...(action ? [] : [{ term: t("name"), value: name }]),
            { term: t("address"), value: address },
          ]}
        />
      </div>
    </Panel>
  );
}

type NameFormProps = Omit<NamePanelProps, "action"> & { action: SettingsAction };

function NameForm({ tenant, name, version, action }: NameFormProps) {
  const t = useTranslations("settings");
  const form = useSettingsForm(action, { name });
  return (
    <SettingsForm
      {...{ form, tenant, version }}
      stored={{ name }}
      names={{ name: t("name") }}
      saveLabel={t("saveName")}
    >
      <TextField
        label={t("name")}
        name="name"
        autoComplete="off"
        defaultValue={form.values["name"]}
        errors={form.errorsOf("name")}
      />
    </SettingsForm>
  );
}
