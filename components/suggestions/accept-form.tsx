"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "#components/people/action-form.tsx";
import { TextField } from "#components/ui/text-field.tsx";

export type AcceptFormProps = {
  action: FormAction<{ id: string }>;
  /** The workspace, the group and the computation it is of */
  hidden: Readonly<Record<string, string>>;
  /** What the segment will be called unless somebody says otherwise */
  name: string;
};

/** Makes a segment of a suggested group. */
export function AcceptForm({ action, hidden, name }: AcceptFormProps) {
  const t = useTranslations("suggestions");
  return (
    <ActionForm
      action={action}
      hidden={hidden}
      submitLabel={t("accept")}
      describedAs={t("acceptOf", { name })}
      isInline
    >
      {(refusal) => (
        <TextField
          name="name"
          label={t("name")}
          defaultValue={refusal?.values?.["name"] ?? name}
          errors={refusal?.fields?.["name"]}
          className="min-w-48 flex-1"
        />
      )}
    </ActionForm>
  );
}
