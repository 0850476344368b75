"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "#components/people/action-form.tsx";
import { ComboBox, type ComboBoxProps } from "#components/ui/combo-box.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { DepartmentDetail, Person } from "#lib/departments/types.ts";

type Place = { id: string; name: string };

export type CreateDepartmentFormProps = {
  tenant: string;
  parents: readonly Place[];
  parentId: string | null;
  action: FormAction;
};

/** A new department: its name, and what it lies under. */
export function CreateDepartmentForm(props: CreateDepartmentFormProps) {
  const { tenant, parents, parentId, action } = props;
  const t = useTranslations("people.tree");
  return (
    <ActionForm
      action={action}
      hidden={{ tenant }}
      submitLabel={t("createSubmit")}
      variant="primary"
    >
      {(refusal) => (
        <>
          <TextField
            label={t("name")}
            name="name"
            autoComplete="off"
            defaultValue={refusal?.values?.["name"]}
            errors={refusal?.fields?.["name"]}
          />
          <Choice
            label={t("parent")}
            name="parentId"
            options={optionsOf(parents)}
            defaultValue={refusal?.values?.["parentId"] ?? parentId}
            hint={t("parentHint")}
            errors={refusal?.fields?.["parentId"]}
          />
        </>
      )}
    </ActionForm>
  );
}

type DepartmentFormProps = {
  tenant: string;
  department: DepartmentDetail;
  action: FormAction;
};

/** The name in place; when somebody was quicker, theirs is shown: it can be kept, or knowingly written over. */
export function RenameForm({ tenant, department, action }: DepartmentFormProps) {
  const t = useTranslations("people.tree");
  return (
    <ActionForm
      action={action}
      hidden={{ tenant, departmentId: department.id }}
      submitLabel={t("renameSubmit")}
      doneText={t("renamed")}
    >
      {(refusal) => (
        <>
          <input type="hidden" name="was" value={refusal?.conflict?.current ?? department.name} />
          <TextField
            label={t("name")}
            name="name"
            autoComplete="off"
            defaultValue={refusal?.values?.["name"] ?? department.name}
            errors={refusal?.fields?.["name"]}
          />
          {refusal?.conflict && (
            // A fresh page forgets what was typed here.
            <a
              href={`/w/${tenant}/settings/departments/${department.id}`}
              className="inline-flex min-h-6 items-center self-start text-xs font-medium text-primary underline"
            >
              {t("keepTheirs", { name: refusal.conflict.current })}
            </a>
          )}
        </>
      )}
    </ActionForm>
  );
}

/** What the department lies under. */
export function MoveForm({ tenant, department, action }: DepartmentFormProps) {
  const t = useTranslations("people.tree");
  return (
    <ActionForm
      action={action}
      hidden={seen(tenant, department)}
      submitLabel={t("moveSubmit")}
      doneText={t("moved")}
    >
      {(refusal) => (
        <Choice
          label={t("parent")}
          name="parentId"
          options={optionsOf(department.places)}
          defaultValue={refusal?.values?.["parentId"] ?? department.parentId}
          hint={t("parentHint")}
          errors={refusal?.fields?.["parentId"]}
        />
      )}
    </ActionForm>
  );
}

type PeopleFormProps = DepartmentFormProps & { everybody: readonly Person[] };

/** Who answers for the department. */
export function HeadForm({ tenant, department, action, everybody }: PeopleFormProps) {
  const t = useTranslations("people.tree");
  return (
    <ActionForm
      action={action}
      hidden={seen(tenant, department)}
      submitLabel={t("headSubmit")}
      doneText={t("headSet")}
    >
      {(refusal) => (
        <Choice
          label={t("head")}
          name="headId"
          options={optionsOf(everybody)}
          defaultValue={refusal?.values?.["headId"] ?? department.head?.id ?? null}
          hint={t("headHint")}
          errors={refusal?.fields?.["headId"]}
        />
      )}
    </ActionForm>
  );
}

/** Somebody to put into the department. */
export function AddMemberForm({ tenant, department, action, everybody }: PeopleFormProps) {
  const t = useTranslations("people.tree");
  const others = everybody.filter(({ id }) => !department.members.some((each) => each.id === id));
  if (others.length === 0) return null;
  return (
    <ActionForm
      // A new list of others is a new, empty choice.
      key={others.length}
      action={action}
      hidden={{ tenant, departmentId: department.id }}
      submitLabel={t("addSubmit")}
      isInline
    >
      {(refusal) => (
        <ComboBox
          label={t("addMember")}
          name="memberId"
          options={optionsOf(others)}
          errors={refusal?.fields?.["memberId"]}
          className="min-w-0 flex-1 basis-48 sm:max-w-80"
        />
      )}
    </ActionForm>
  );
}

/** One thing that is done to the department as it is. */
export function StandingForm({
  tenant,
  department,
  action,
  submitLabel,
}: Omit<DepartmentFormProps, "department"> & {
  department: Pick<DepartmentDetail, "id" | "version">;
  submitLabel: string;
}) {
  return <ActionForm action={action} hidden={seen(tenant, department)} submitLabel={submitLabel} />;
}

function seen(tenant: string, { id, version }: Pick<DepartmentDetail, "id" | "version">) {
  return { tenant, departmentId: id, version };
}

/** React empties a form once it was sent: a field made anew keeps what was chosen. */
function Choice(props: ComboBoxProps) {
  return <ComboBox key={props.defaultValue ?? ""} {...props} />;
}

function optionsOf(places: readonly Place[]) {
  return places.map(({ id, name }) => ({ value: id, label: name }));
}
