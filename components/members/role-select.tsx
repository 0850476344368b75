"use client";

import { useTranslations } from "next-intl";
import { useOptimistic, useState, useTransition } from "react";
import { useAnswerAnyway } from "#components/forms/use-safe-action.ts";
import type { FormAction } from "#components/people/action-form.tsx";
import { notify } from "#components/ui/notify.tsx";
import { Select } from "#components/ui/select.tsx";
import { ROLES, type Role } from "#lib/auth/permissions.ts";
import type { MemberRow } from "#lib/members/types.ts";

export type RoleSelectProps = {
  tenant: string;
  member: Pick<MemberRow, "id" | "name" | "role" | "version">;
  action: FormAction<{ role: Role }>;
};

/** A member's role in the table. It changes at once; a refusal takes it back and says why, and the focus stays. */
export function RoleSelect({ tenant, member, action }: RoleSelectProps) {
  const t = useTranslations("people");
  const answerAnyway = useAnswerAnyway<{ role: Role }>();
  const [shown, show] = useOptimistic<string>(member.role);
  const [refusal, setRefusal] = useState<string>();
  const [, startTransition] = useTransition();
  const options = ROLES.map((role) => ({ value: role, label: t(`roles.${role}`) }));
  const change = (role: string) =>
    startTransition(async () => {
      show(role);
      setRefusal(undefined);
      const answer = await answerAnyway(action)(null, formOf({ tenant, role, member }));
      // After an await React asks for a transition of its own.
      startTransition(() => setRefusal(answer.ok ? undefined : answer.message));
      if (answer.ok)
        notify({
          tone: "good",
          message: t("roleChanged", { name: member.name, role: t(`roles.${answer.data.role}`) }),
        });
    });
  return (
    <div className="w-38 sm:w-44">
      <Select
        label={t("roleOf", { name: member.name })}
        isLabelHidden
        options={options}
        value={shown}
        onChange={change}
      />
      <p role="alert" className="text-2xs text-bad whitespace-normal [&:not(:empty)]:mt-1">
        {refusal}
      </p>
    </div>
  );
}

function formOf({ tenant, role, member }: Omit<RoleSelectProps, "action"> & { role: string }) {
  const form = new FormData();
  form.set("tenant", tenant);
  form.set("memberId", member.id);
  form.set("version", String(member.version));
  form.set("role", role);
  return form;
}
