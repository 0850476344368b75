"use client";

import { useTranslations } from "next-intl";
import { useSafeAction } from "#components/forms/use-safe-action.ts";
import type { FormAction, Refusal } from "#components/people/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { useFirstBadField } from "#components/ui/use-first-bad-field.ts";
import type { DepartmentRef, InvitationLink } from "#lib/members/types.ts";
import { DepartmentGroup } from "./department-group.tsx";
import { NewLink } from "./new-link.tsx";
import { RoleGroup } from "./role-group.tsx";

export type InviteFormProps = {
  tenant: string;
  departments: readonly DepartmentRef[];
  isMailOn: boolean;
  action: FormAction<InvitationLink[]>;
};

/** Whom to invite, as what; then the links, shown once. */
export function InviteForm({ tenant, departments, isMailOn, action }: InviteFormProps) {
  const t = useTranslations("people");
  const [state, submit, isPending] = useSafeAction(action);
  const form = useFirstBadField(state);
  if (state?.ok) return <MadeLinks tenant={tenant} links={state.data} />;
  return (
    <form ref={form} action={submit} className="flex max-w-xl flex-col gap-5">
      <input type="hidden" name="tenant" value={tenant} />
      <InviteFields refusal={state} departments={departments} />
      <p className="text-xs text-muted">{t(isMailOn ? "mailOn" : "mailOff")}</p>
      {state && (
        <Notice tone="bad" isAlert>
          {state.message}
        </Notice>
      )}
      <div>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t("sendInvitations")}
        </Button>
      </div>
    </form>
  );
}

const EXAMPLE = "Mira Vogt <mira@example.com>";

type InviteFieldsProps = { refusal: Refusal | null; departments: readonly DepartmentRef[] };

function InviteFields({ refusal, departments }: InviteFieldsProps) {
  const t = useTranslations("people");
  return (
    <>
      <TextArea
        label={t("emails")}
        name="emails"
        rows={4}
        hint={t("emailsHint", { example: EXAMPLE })}
        defaultValue={refusal?.values?.["emails"] ?? ""}
        errors={refusal?.fields?.["emails"]}
      />
      <RoleGroup
        label={t("role")}
        name="role"
        defaultValue={refusal?.values?.["role"] ?? "frontline"}
        errors={refusal?.fields?.["role"]}
      />
      <DepartmentGroup
        departments={departments}
        defaultValue={refusal?.values?.["departmentIds"] ?? ""}
        hint={t("departmentsHint")}
        errors={refusal?.fields?.["departmentIds"]}
      />
    </>
  );
}

function MadeLinks({ tenant, links }: { tenant: string; links: readonly InvitationLink[] }) {
  const t = useTranslations("people");
  return (
    <div className="flex flex-col gap-5">
      <p role="status">{t("linksMade", { count: links.length })}</p>
      {links.map((link) => (
        <NewLink key={link.email} link={link} />
      ))}
      <div>
        <ButtonLink href={`/w/${tenant}/settings/members`}>{t("backToMembers")}</ButtonLink>
      </div>
    </div>
  );
}
