"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "#components/people/action-form.tsx";
import { TextField } from "#components/ui/text-field.tsx";

export type StageFormProps = {
  tenant: string;
  /** null for a new one */
  stage: { id: string; name: string; description: string | null } | null;
  action: FormAction;
};

/** The name of a stage, and what belongs to it. */
export function StageForm({ tenant, stage, action }: StageFormProps) {
  const t = useTranslations("personae");
  const hidden = stage ? { tenant, stageId: stage.id, was: stage.name } : { tenant };
  return (
    <ActionForm
      action={action}
      hidden={hidden}
      submitLabel={stage ? t("saveDo") : t("addStageDo")}
      {...(stage ? { describedAs: t("stageSave", { name: stage.name }) } : {})}
    >
      {(refusal) => (
        <>
          <TextField
            label={stage ? t("stageName") : t("addStage")}
            name="name"
            autoComplete="off"
            defaultValue={refusal?.values?.["name"] ?? stage?.name}
            errors={refusal?.fields?.["name"]}
          />
          <TextField
            label={t("stageDescription")}
            name="description"
            autoComplete="off"
            defaultValue={refusal?.values?.["description"] ?? stage?.description ?? undefined}
            errors={refusal?.fields?.["description"]}
          />
        </>
      )}
    </ActionForm>
  );
}
