"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "#components/people/action-form.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import type { CustomerDetail } from "#lib/customers/types.ts";

type Person = Pick<CustomerDetail, "id" | "externalId" | "name">;

export type DecideFormsProps = {
  tenant: string;
  first: Person;
  second: Person;
  merge: FormAction<{ survivorId: string }>;
  dismiss: FormAction;
};

/** Make one of two customers, or say that they are two. */
export function DecideForms({ tenant, first, second, merge, dismiss }: DecideFormsProps) {
  const t = useTranslations("duplicates");
  const pair = { tenant, firstId: first.id, secondId: second.id };
  return (
    <div className="grid gap-4">
      <ActionForm action={merge} hidden={pair} submitLabel={t("merge")} variant="primary">
        {(refusal) => (
          <>
            <RadioGroup
              label={t("survivor")}
              name="survivorId"
              options={[first, second].map(({ id, externalId, name }) => ({
                value: id,
                label: t("stays", { number: externalId, name: name ?? "none" }),
              }))}
              defaultValue={refusal?.values?.["survivorId"] ?? first.id}
              errors={refusal?.fields?.["survivorId"]}
            />
            <p className="text-xs text-muted">{t("mergeText")}</p>
          </>
        )}
      </ActionForm>
      <ActionForm action={dismiss} hidden={pair} submitLabel={t("notSame")} />
    </div>
  );
}
