"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "#components/people/action-form.tsx";
import { PlainSelect } from "#components/ui/plain-select.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { InterviewDetail } from "#lib/interviews/types.ts";
import type { Named } from "#lib/personae/types.ts";

export type InterviewFormProps = {
  tenant: string;
  /** null for a new one */
  interview: InterviewDetail | null;
  segments: readonly Named[];
  /** YYYY-MM-DD */
  today: string;
  /** Whether it may be said who it was with */
  mayName: boolean;
  action: FormAction<{ id: string }>;
};

/** Notes of a talk; after a refusal with what was typed. */
export function InterviewForm(props: InterviewFormProps) {
  const { tenant, interview, segments, today, mayName, action } = props;
  const t = useTranslations("personae");
  const seen = interview ? { interviewId: interview.id, version: interview.version } : {};
  return (
    <ActionForm
      action={action}
      hidden={{ tenant, ...seen }}
      submitLabel={t("interviewSave")}
      variant="primary"
    >
      {(refusal) => {
        const field = (name: string, usual: string) => ({
          name,
          defaultValue: refusal?.values?.[name] ?? usual,
          errors: refusal?.fields?.[name],
        });
        return (
          <>
            <TextField
              {...field("title", interview?.title ?? "")}
              label={t("interviewTitle")}
              hint={t("interviewTitleHint")}
              autoComplete="off"
            />
            <TextField {...field("heldOn", today)} label={t("heldOn")} type="date" />
            <PlainSelect
              {...field("segmentId", interview?.segment?.id ?? "")}
              label={t("segment")}
              options={segments.map(({ id, name }) => ({ value: id, label: name }))}
            />
            {mayName && (
              <TextField
                {...field("customerNumber", interview?.customerNumber ?? "")}
                label={t("customerNumber")}
                hint={t("customerHint")}
                autoComplete="off"
              />
            )}
            <TextArea {...field("notes", interview?.notes ?? "")} label={t("notes")} rows={12} />
          </>
        );
      }}
    </ActionForm>
  );
}
