"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type FormAction, type Refusal } from "#components/people/action-form.tsx";
import { PlainSelect } from "#components/ui/plain-select.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { TickBox } from "#components/ui/tick-box.tsx";
import { type MeasuredNeed, type NamedSegment, NEED_KINDS } from "#lib/needs/types.ts";

type SeenNeed = Pick<MeasuredNeed, "id" | "version">;

export type CreateNeedFormProps = {
  tenant: string;
  segments: readonly NamedSegment[];
  action: FormAction;
};

/** A new need. */
export function CreateNeedForm({ tenant, segments, action }: CreateNeedFormProps) {
  const t = useTranslations("needs");
  return (
    <ActionForm action={action} hidden={{ tenant }} submitLabel={t("addSubmit")} variant="primary">
      {(refusal) => (
        <NeedFields
          segments={segments}
          refusal={refusal}
          given={{ statement: "", kind: "functional", segmentId: "", note: "" }}
        />
      )}
    </ActionForm>
  );
}

export type ChangeNeedFormProps = CreateNeedFormProps & { need: MeasuredNeed };

/** What is said of a need, to be said otherwise. */
export function ChangeNeedForm({ tenant, segments, action, need }: ChangeNeedFormProps) {
  const t = useTranslations("needs");
  const { statement, kind, segment, note } = need;
  // An archived segment stays what it is until another is chosen.
  const known = segments.some(({ id }) => id === segment?.id);
  const choices = segment && !known ? [...segments, segment] : segments;
  return (
    <ActionForm
      action={action}
      hidden={seen(tenant, need)}
      submitLabel={t("saveSubmit")}
      doneText={t("saved")}
    >
      {(refusal) => (
        <NeedFields
          segments={choices}
          refusal={refusal}
          given={{ statement, kind, segmentId: segment?.id ?? "", note: note ?? "" }}
        />
      )}
    </ActionForm>
  );
}

type NeedFieldsProps = {
  segments: readonly NamedSegment[];
  refusal: Refusal | null;
  given: Readonly<Record<"statement" | "kind" | "segmentId" | "note", string>>;
};

function NeedFields({ segments, refusal, given }: NeedFieldsProps) {
  const t = useTranslations("needs");
  const field = (name: keyof typeof given) => ({
    name,
    defaultValue: refusal?.values?.[name] ?? given[name],
    errors: refusal?.fields?.[name],
  });
  return (
    <>
      <TextArea
        {...field("statement")}
        label={t("statement")}
        hint={t("statementHint")}
        rows={2}
        maxLength={300}
      />
      <PlainSelect
        {...field("kind")}
        label={t("kind")}
        options={NEED_KINDS.map((value) => ({ value, label: t(`kind_${value}`) }))}
        hint={t("kindHint")}
        hasNone={false}
      />
      <PlainSelect
        {...field("segmentId")}
        label={t("segment")}
        options={[
          { value: "", label: t("everybody") },
          ...segments.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        hint={t("segmentHint")}
        hasNone={false}
      />
      <TextArea {...field("note")} label={t("note")} hint={t("noteHint")} maxLength={2000} />
    </>
  );
}

export type StandingFormProps = {
  tenant: string;
  need: SeenNeed;
  action: FormAction;
  submitLabel: string;
  describedAs?: string;
};

/** One thing that is done to a need as it is. */
export function StandingForm({ tenant, need, ...form }: StandingFormProps) {
  return <ActionForm hidden={seen(tenant, need)} {...form} />;
}

export type DeleteNeedFormProps = {
  tenant: string;
  need: SeenNeed;
  action: FormAction;
  /** Whether something goes along */
  hasLinks: boolean;
};

/** Delete a need; what hangs on it goes along only when that is said. */
export function DeleteNeedForm({ tenant, need, action, hasLinks }: DeleteNeedFormProps) {
  const t = useTranslations("needs");
  return (
    <ActionForm
      action={action}
      hidden={seen(tenant, need)}
      submitLabel={t("deleteSubmit")}
      variant="danger"
    >
      {(refusal) =>
        // Something may have come to rest on it since the page was read: then the refusal asks for the tick.
        (hasLinks || refusal?.fields?.["withLinks"] !== undefined) && (
          // biome-ignore lint/a11y/noLabelWithoutControl: TickBox is the control
          <label className="flex min-h-11 items-center gap-2 sm:min-h-6">
            <TickBox
              name="withLinks"
              value="yes"
              aria-invalid={refusal?.fields?.["withLinks"] !== undefined}
            />
            {t("deleteAlso")}
          </label>
        )
      }
    </ActionForm>
  );
}

function seen(tenant: string, { id, version }: SeenNeed) {
  return { tenant, needId: id, version };
}
