"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type FormAction, type Refusal } from "#components/people/action-form.tsx";
import { PlainSelect } from "#components/ui/plain-select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { PersonaDetail, PersonaStage } from "#lib/personae/types.ts";

export type StagesFormProps = {
  tenant: string;
  persona: Pick<PersonaDetail, "id" | "version" | "stages">;
  action: FormAction<{ id: string }>;
};

const EMOTIONS = ["2", "1", "0", "-1", "-2"] as const;

/** A line and two emotions for each stage. */
export function StagesForm({ tenant, persona, action }: StagesFormProps) {
  const t = useTranslations("personae");
  return (
    <ActionForm
      action={action}
      hidden={{ tenant, personaId: persona.id, version: persona.version }}
      submitLabel={t("stagesDo")}
      doneText={t("stagesSaved")}
    >
      {(refusal) =>
        persona.stages.map((stage) => (
          <StageFields key={stage.stageId} stage={stage} refusal={refusal} />
        ))
      }
    </ActionForm>
  );
}

function StageFields({ stage, refusal }: { stage: PersonaStage; refusal: Refusal | null }) {
  const t = useTranslations("personae");
  const { stageId, name, line } = stage;
  const field = (key: string, usual: string | null) => ({
    name: `${key}_${stageId}`,
    defaultValue: refusal?.values?.[`${key}_${stageId}`] ?? usual ?? "",
    errors: refusal?.fields?.[`${key}_${stageId}`],
  });
  const emotions = EMOTIONS.map((value) => ({ value, label: t(`emotion_${value}`) }));
  return (
    <fieldset className="min-w-0 border-t border-hairline pt-3">
      <legend className="float-start mb-2 w-full font-medium">{name}</legend>
      <div className="clear-both grid gap-3 sm:grid-cols-2">
        <TextField
          {...field("line", line)}
          label={t("ofStage", { what: t("stageLine"), stage: name })}
          autoComplete="off"
          className="sm:col-span-2"
        />
        <PlainSelect
          {...field("actual", stage.actual === null ? null : String(stage.actual))}
          label={t("ofStage", { what: t("actual"), stage: name })}
          options={emotions}
        />
        <PlainSelect
          {...field("desired", stage.desired === null ? null : String(stage.desired))}
          label={t("ofStage", { what: t("desired"), stage: name })}
          options={emotions}
        />
      </div>
    </fieldset>
  );
}
