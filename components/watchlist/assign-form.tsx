"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "#components/people/action-form.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import type { Responsible } from "#lib/defection/types.ts";
import { PlanFields } from "./plan-fields.tsx";

export type AssignFormProps = {
  tenant: string;
  customerIds: readonly string[];
  members: readonly Responsible[];
  /** The list */
  backHref: string;
  action: FormAction<{ cases: number }>;
};

const NO_PLAN = { responsibleId: null, nextStep: null, dueOn: null, note: null };

/** Gives the cases of chosen customers to somebody. */
export function AssignForm({ tenant, customerIds, members, backHref, action }: AssignFormProps) {
  const t = useTranslations("watchlist.assign");
  return (
    <ActionForm
      action={action}
      hidden={{ tenant, customerIds: customerIds.join(",") }}
      submitLabel={t("submit", { count: customerIds.length })}
      variant="primary"
      beside={<ButtonLink href={backHref}>{t("back")}</ButtonLink>}
    >
      {(refusal) => <PlanFields {...{ members, refusal }} plan={NO_PLAN} hasNote={false} />}
    </ActionForm>
  );
}
