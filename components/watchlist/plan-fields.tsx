"use client";

import { useTranslations } from "next-intl";
import type { Refusal } from "#components/people/action-form.tsx";
import { PlainSelect } from "#components/ui/plain-select.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { Responsible } from "#lib/defection/types.ts";

/** What a case says of who does what by when. */
export type Plan = {
  responsibleId: string | null;
  nextStep: string | null;
  dueOn: string | null;
  note: string | null;
};

export type PlanFieldsProps = {
  members: readonly Responsible[];
  /** As it stands; what was typed and refused comes before it */
  plan: Plan;
  refusal: Refusal | null;
  /** Whether a note is asked for */
  hasNote?: boolean;
};

/** Who answers for a case, what comes next and by when. */
export function PlanFields({ members, plan, refusal, hasNote = true }: PlanFieldsProps) {
  const t = useTranslations("watchlist");
  const field = (name: keyof Plan) => ({
    name,
    defaultValue: refusal?.values?.[name] ?? plan[name] ?? "",
    errors: refusal?.fields?.[name],
  });
  return (
    <>
      <PlainSelect
        {...field("responsibleId")}
        label={t("responsible")}
        hasNone={false}
        options={[
          { value: "", label: t("form.responsibleNone") },
          ...members.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <TextField {...field("nextStep")} label={t("nextStep")} />
      <TextField {...field("dueOn")} label={t("dueOn")} type="date" className="max-w-48" />
      {hasNote && <TextArea {...field("note")} label={t("note")} hint={t("noteHint")} />}
    </>
  );
}
