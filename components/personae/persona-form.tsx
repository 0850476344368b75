"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type FormAction, type Refusal } from "#components/people/action-form.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { PlainSelect } from "#components/ui/plain-select.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import {
  LONGEST_TEXT,
  type Named,
  PERSONA_TEXTS,
  type PersonaDetail,
  type PersonaText,
} from "#lib/personae/types.ts";

export type PersonaFormProps = {
  tenant: string;
  /** null for a new one */
  persona: Pick<
    PersonaDetail,
    "id" | "version" | "name" | "segment" | "responsible" | PersonaText
  > | null;
  segments: readonly Named[];
  people: readonly Named[];
  /** Chosen at first for a new one */
  segmentId?: string | null;
  backHref: string;
  backLabel: string;
  action: FormAction<{ id: string }>;
};

/** All that a persona says; after a refusal with what was typed. */
export function PersonaForm(props: PersonaFormProps) {
  const { tenant, persona, backHref, backLabel, action } = props;
  const t = useTranslations("personae");
  const seen = persona ? { personaId: persona.id, version: persona.version } : {};
  return (
    <ActionForm
      action={action}
      hidden={{ tenant, ...seen }}
      submitLabel={t(persona ? "saveDo" : "createDo")}
      variant="primary"
      beside={<ButtonLink href={backHref}>{backLabel}</ButtonLink>}
    >
      {(refusal) => <Fields {...props} refusal={refusal} />}
    </ActionForm>
  );
}

type FieldsProps = PersonaFormProps & { refusal: Refusal | null };

function Fields({ persona, segments, people, segmentId, refusal }: FieldsProps) {
  const t = useTranslations("personae");
  const field = (name: string, usual: string) => ({
    name,
    defaultValue: refusal?.values?.[name] ?? usual,
    errors: refusal?.fields?.[name],
  });
  return (
    <>
      <TextField
        {...field("name", persona?.name ?? "")}
        label={t("name")}
        hint={t("nameHint")}
        autoComplete="off"
      />
      <PlainSelect
        {...field("segmentId", persona?.segment.id ?? segmentId ?? "")}
        label={t("segment")}
        options={optionsOf(segments, persona?.segment)}
      />
      {PERSONA_TEXTS.map((name) => (
        <TextArea
          key={name}
          {...field(name, persona?.[name] ?? "")}
          label={t(`text_${name}`)}
          rows={2}
          maxLength={LONGEST_TEXT[name]}
          {...(name === "quote" || name === "frontlineTip" ? { hint: t(`hint_${name}`) } : {})}
        />
      ))}
      <PlainSelect
        {...field("responsibleId", persona?.responsible?.id ?? "")}
        label={t("responsible")}
        hint={t("responsibleHint")}
        options={optionsOf(people, persona?.responsible)}
      />
    </>
  );
}

/** The choices, and what is chosen now even where it can be chosen no more. */
function optionsOf(choices: readonly Named[], chosen: Named | null | undefined) {
  const isThere = !chosen || choices.some(({ id }) => id === chosen.id);
  const all = isThere || !chosen ? choices : [chosen, ...choices];
  return all.map(({ id, name }) => ({ value: id, label: name }));
}
