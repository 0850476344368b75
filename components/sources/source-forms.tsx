"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type FormAction, type Refusal } from "#components/people/action-form.tsx";
import { PlainSelect } from "#components/ui/plain-select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { REFRESH_RHYTHMS, SOURCE_KINDS, type SourceRow } from "#lib/sources/types.ts";

type Department = { id: string; name: string };
type SeenSource = Pick<SourceRow, "id" | "version">;

export type CreateSourceFormProps = {
  tenant: string;
  departments: readonly Department[];
  action: FormAction;
};

/** A new source: its name, and what it is. */
export function CreateSourceForm({ tenant, departments, action }: CreateSourceFormProps) {
  const t = useTranslations("sources");
  return (
    <ActionForm action={action} hidden={{ tenant }} submitLabel={t("addSubmit")} variant="primary">
      {(refusal) => (
        <>
          <TextField
            label={t("name")}
            name="name"
            autoComplete="off"
            hint={t("nameHint")}
            defaultValue={refusal?.values?.["name"]}
            errors={refusal?.fields?.["name"]}
          />
          <DescriptionFields
            departments={departments}
            refusal={refusal}
            given={{ kind: "survey", ownerDepartmentId: "", refreshRhythm: "on_demand" }}
          />
        </>
      )}
    </ActionForm>
  );
}

type SourceFormProps = { tenant: string; source: SourceRow; action: FormAction };

/** Kind, owner and rhythm. */
export function DescribeSourceForm(
  props: SourceFormProps & { departments: readonly Department[] },
) {
  const { tenant, source, action } = props;
  const t = useTranslations("sources");
  const { owner } = source;
  // One that was archived since stays the owner until somebody says another.
  const isListed = !owner || props.departments.some(({ id }) => id === owner.id);
  const departments = isListed ? props.departments : [owner, ...props.departments];
  return (
    <ActionForm
      action={action}
      hidden={seen(tenant, source)}
      submitLabel={t("saveSubmit")}
      doneText={t("saved")}
    >
      {(refusal) => (
        <DescriptionFields
          departments={departments}
          refusal={refusal}
          given={{
            kind: source.kind,
            ownerDepartmentId: source.owner?.id ?? "",
            refreshRhythm: source.rhythm,
          }}
        />
      )}
    </ActionForm>
  );
}

type DescriptionFieldsProps = {
  departments: readonly Department[];
  refusal: Refusal | null;
  given: Readonly<Record<"kind" | "ownerDepartmentId" | "refreshRhythm", string>>;
};

function DescriptionFields({ departments, refusal, given }: DescriptionFieldsProps) {
  const t = useTranslations("sources");
  const field = (name: keyof typeof given) => ({
    name,
    defaultValue: refusal?.values?.[name] ?? given[name],
    errors: refusal?.fields?.[name],
  });
  return (
    <>
      <PlainSelect
        {...field("kind")}
        label={t("kind")}
        options={SOURCE_KINDS.map((value) => ({ value, label: t(`kind_${value}`) }))}
        hasNone={false}
      />
      <PlainSelect
        {...field("ownerDepartmentId")}
        label={t("owner")}
        options={[
          { value: "", label: t("noOwner") },
          ...departments.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        hint={t("ownerHint")}
        hasNone={false}
      />
      <PlainSelect
        {...field("refreshRhythm")}
        label={t("rhythm")}
        options={REFRESH_RHYTHMS.map((value) => ({ value, label: t(`rhythm_${value}`) }))}
        hint={t("rhythmHint")}
        hasNone={false}
      />
    </>
  );
}

/** The name; when somebody was quicker, theirs is shown: it can be kept, or knowingly written over. */
export function RenameSourceForm({ tenant, source, action }: SourceFormProps) {
  const t = useTranslations("sources");
  return (
    <ActionForm
      action={action}
      hidden={{ tenant, sourceId: source.id }}
      submitLabel={t("renameSubmit")}
      doneText={t("renamed")}
    >
      {(refusal) => (
        <>
          <input type="hidden" name="was" value={refusal?.conflict?.current ?? source.name} />
          <TextField
            label={t("name")}
            name="name"
            autoComplete="off"
            hint={t("renameHint")}
            defaultValue={refusal?.values?.["name"] ?? source.name}
            errors={refusal?.fields?.["name"]}
          />
          {refusal?.conflict && (
            // A fresh page forgets what was typed here.
            <a
              href={`/w/${tenant}/data/sources/${source.id}`}
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

/** The day a decision last rested on it. */
export function UseSourceForm({ tenant, source, action }: SourceFormProps) {
  const t = useTranslations("sources");
  return (
    <ActionForm
      action={action}
      hidden={seen(tenant, source)}
      submitLabel={t("useSubmit")}
      doneText={t("useSaved")}
    >
      {(refusal) => (
        <TextField
          type="date"
          label={t("useDay")}
          name="usedOn"
          hint={t("useHint")}
          defaultValue={refusal?.values?.["usedOn"] ?? source.lastUse?.on ?? ""}
          errors={refusal?.fields?.["usedOn"]}
        />
      )}
    </ActionForm>
  );
}

/** One thing that is done to the source as it is. */
export function StandingForm({
  tenant,
  source,
  action,
  submitLabel,
}: Omit<SourceFormProps, "source"> & { source: SeenSource; submitLabel: string }) {
  return <ActionForm action={action} hidden={seen(tenant, source)} submitLabel={submitLabel} />;
}

function seen(tenant: string, { id, version }: SeenSource) {
  return { tenant, sourceId: id, version };
}
