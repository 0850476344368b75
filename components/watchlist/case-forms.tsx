"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "#components/people/action-form.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { type DefectionCase, OUTCOMES, type Responsible } from "#lib/defection/types.ts";
import { PlanFields } from "./plan-fields.tsx";

type CaseAction = FormAction<{ customerId: string }>;
type Seen = Pick<DefectionCase, "id" | "version">;

export type OpenFormProps = {
  tenant: string;
  customerId: string;
  members: readonly Responsible[];
  /** Who takes it unless somebody else is chosen: the reader */
  ownId: string;
  action: CaseAction;
};

/** Takes the case of a customer. */
export function OpenForm({ tenant, customerId, members, ownId, action }: OpenFormProps) {
  const t = useTranslations("watchlist");
  const plan = { responsibleId: ownId, nextStep: null, dueOn: null, note: null };
  return (
    <ActionForm
      action={action}
      hidden={{ tenant, customerId }}
      submitLabel={t("form.open")}
      variant="primary"
    >
      {(refusal) => <PlanFields {...{ members, plan, refusal }} />}
    </ActionForm>
  );
}

export type ChangeFormProps = {
  tenant: string;
  known: DefectionCase;
  members: readonly Responsible[];
  action: CaseAction;
};

/** Says who answers for an open case, what comes next and by when. */
export function ChangeForm({ tenant, known, members, action }: ChangeFormProps) {
  const t = useTranslations("watchlist");
  const { responsible, nextStep, dueOn, note } = known;
  const plan = { responsibleId: responsible?.id ?? null, nextStep, dueOn, note };
  // Somebody who has left can still be the one who answers for it.
  const isKnown = !responsible || members.some(({ id }) => id === responsible.id);
  const choices = isKnown ? members : [...members, responsible];
  return (
    <ActionForm
      action={action}
      hidden={seen(tenant, known)}
      submitLabel={t("form.save")}
      doneText={t("form.saved")}
    >
      {(refusal) => (
        // Another version has other fields: what stands in them is what is stored.
        <PlanFields key={known.version} {...{ members: choices, plan, refusal }} />
      )}
    </ActionForm>
  );
}

export type CloseFormProps = { tenant: string; known: Seen; action: CaseAction };

/** Closes a case with how it ended. */
export function CloseForm({ tenant, known, action }: CloseFormProps) {
  const t = useTranslations("watchlist.form");
  return (
    <ActionForm action={action} hidden={seen(tenant, known)} submitLabel={t("close")}>
      {(refusal) => (
        <RadioGroup
          label={t("outcome")}
          name="outcome"
          options={OUTCOMES.map((value) => ({
            value,
            label: t(`outcomes.${value}`),
            hint: t(`outcomeHints.${value}`),
          }))}
          defaultValue={refusal?.values?.["outcome"] ?? null}
          errors={refusal?.fields?.["outcome"]}
        />
      )}
    </ActionForm>
  );
}

export type ReopenFormProps = CloseFormProps & {
  /** When it was closed, as the reader writes days */
  day: string;
};

/** Takes the closing of a case back. */
export function ReopenForm({ tenant, known, day, action }: ReopenFormProps) {
  const t = useTranslations("watchlist.form");
  return (
    <ActionForm
      action={action}
      hidden={seen(tenant, known)}
      submitLabel={t("reopen")}
      describedAs={t("reopenOf", { day })}
    />
  );
}

function seen(tenant: string, { id, version }: Seen) {
  return { tenant, caseId: id, version };
}
