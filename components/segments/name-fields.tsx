"use client";

import { useTranslations } from "next-intl";
import type { Refusal } from "#components/people/action-form.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { StoredFields } from "./use-rule-builder.ts";

export type NameFieldsProps = { stored: StoredFields | null; refusal: Refusal | null };

/** What a segment is called, and why it is kept. */
export function NameFields({ stored, refusal }: NameFieldsProps) {
  const t = useTranslations("segmentation.builder");
  const { values, fields } = refusal ?? {};
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        label={t("name")}
        name="name"
        autoComplete="off"
        defaultValue={values?.["name"] ?? stored?.name ?? ""}
        errors={fields?.["name"]}
      />
      <TextField
        label={t("note")}
        name="note"
        autoComplete="off"
        defaultValue={values?.["note"] ?? stored?.note ?? ""}
        errors={fields?.["note"]}
        hint={t("noteHint")}
      />
    </div>
  );
}
