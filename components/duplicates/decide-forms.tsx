"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { useSafeAction } from "#components/forms/use-safe-action.ts";
import { ActionForm, type FormAction } from "#components/people/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
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

/** Make one of two customers, or say that they are two: two forms, whose buttons stand side by side. */
export function DecideForms({ tenant, first, second, merge, dismiss }: DecideFormsProps) {
  const t = useTranslations("duplicates");
  const [answer, submit, isPending] = useSafeAction(dismiss);
  const dismissId = useId();
  const pair = { tenant, firstId: first.id, secondId: second.id };
  return (
    <>
      <ActionForm
        action={merge}
        hidden={pair}
        submitLabel={t("merge")}
        variant="primary"
        beside={
          <Button type="submit" form={dismissId} isPending={isPending}>
            {t("notSame")}
          </Button>
        }
      >
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
      <form id={dismissId} action={submit} className="max-w-lg">
        {Object.entries(pair).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {answer?.ok === false && (
          <div className="mt-4">
            <Notice tone="bad" isAlert>
              {answer.message}
            </Notice>
          </div>
        )}
      </form>
    </>
  );
}
