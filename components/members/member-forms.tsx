"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "#components/people/action-form.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { DepartmentRef, MemberDetail } from "#lib/members/types.ts";
import { DepartmentGroup } from "./department-group.tsx";
import { RoleGroup } from "./role-group.tsx";

type MemberFormProps = {
  tenant: string;
  member: Pick<MemberDetail, "id" | "name" | "role" | "version" | "departments">;
  action: FormAction;
};

/** The member's role, to change. */
export function RoleForm({ tenant, member, action }: MemberFormProps) {
  const t = useTranslations("people");
  return (
    <ActionForm
      action={action}
      hidden={seen(tenant, member)}
      submitLabel={t("saveRole")}
      doneText={t("roleSaved")}
    >
      {(refusal) => (
        <RoleGroup
          label={t("role")}
          name="role"
          defaultValue={refusal?.values?.["role"] ?? member.role}
          errors={refusal?.fields?.["role"]}
        />
      )}
    </ActionForm>
  );
}

export type DepartmentsFormProps = MemberFormProps & { departments: readonly DepartmentRef[] };

/** The departments the member belongs to, to tick. */
export function DepartmentsForm({ tenant, member, action, departments }: DepartmentsFormProps) {
  const t = useTranslations("people");
  const own = member.departments.map(({ id }) => id).join(",");
  return (
    <ActionForm
      action={action}
      hidden={seen(tenant, member)}
      submitLabel={t("saveDepartments")}
      doneText={t("departmentsSaved")}
    >
      {(refusal) => (
        <DepartmentGroup
          departments={departments}
          defaultValue={refusal ? (refusal.values?.["departmentIds"] ?? "") : own}
          errors={refusal?.fields?.["departmentIds"]}
        />
      )}
    </ActionForm>
  );
}

/** The way back for somebody who was deactivated. */
export function ReactivateForm({ tenant, member, action }: MemberFormProps) {
  const t = useTranslations("people");
  return (
    <ActionForm
      action={action}
      hidden={seen(tenant, member)}
      submitLabel={t("reactivateName", { name: member.name })}
    />
  );
}

/** The way out; what hangs on the person is said before it. */
export function DeactivateForm({ tenant, member, action }: MemberFormProps) {
  const t = useTranslations("people");
  return (
    <ActionForm
      action={action}
      hidden={seen(tenant, member)}
      submitLabel={t("deactivateName", { name: member.name })}
      variant="danger"
    />
  );
}

/** Makes the member an owner; the giver takes another role. */
export function TransferForm({
  tenant,
  member,
  action,
  workspaceName,
}: MemberFormProps & { workspaceName: string }) {
  const t = useTranslations("people");
  return (
    <ActionForm
      action={action}
      hidden={seen(tenant, member)}
      submitLabel={t("transfer", { name: member.name })}
      variant="danger"
    >
      {(refusal) => (
        <>
          <RoleGroup
            label={t("ownRole")}
            name="ownRole"
            defaultValue={refusal?.values?.["ownRole"] ?? "cx_manager"}
            errors={refusal?.fields?.["ownRole"]}
          />
          <TextField
            label={t("typeWorkspace", { name: workspaceName })}
            name="workspaceName"
            autoComplete="off"
            defaultValue={refusal?.values?.["workspaceName"]}
            errors={refusal?.fields?.["workspaceName"]}
          />
        </>
      )}
    </ActionForm>
  );
}

function seen(tenant: string, { id, version }: MemberFormProps["member"]) {
  return { tenant, memberId: id, version };
}
