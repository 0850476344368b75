"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "#components/people/action-form.tsx";

export type UnmergeFormProps = {
  tenant: string;
  mergeId: string;
  /** Of the merged customer */
  number: string;
  action: FormAction;
};

/** Takes a merge back. */
export function UnmergeForm({ tenant, mergeId, number, action }: UnmergeFormProps) {
  const t = useTranslations("customers");
  return (
    <div className="mt-2">
      <ActionForm
        action={action}
        hidden={{ tenant, mergeId }}
        submitLabel={t("merged.undo")}
        describedAs={t("merged.undoOf", { number })}
      >
        {() => <p className="text-xs text-muted">{t("merged.undoText", { number })}</p>}
      </ActionForm>
    </div>
  );
}
