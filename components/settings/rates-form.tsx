"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { NumberField } from "#components/ui/number-field.tsx";
import type { ActionResult } from "#lib/actions/result.ts";

export type RatesFormProps = {
  tenant: string;
  currency: string;
  /** As text in the fields; "" means not set */
  rates: { marginPercent: string; costPerOrder: string };
  action: (previous: ActionResult<void> | null, form: FormData) => Promise<ActionResult<void>>;
};

/** Margin and cost per order. */
export function RatesForm({ tenant, currency, rates, action }: RatesFormProps) {
  const t = useTranslations("settings");
  const [state, submit, isPending] = useActionState(action, null);
  const refused = state?.ok === false ? state : null;
  const values = refused?.values ?? rates;
  return (
    <form action={submit} className="flex max-w-md flex-col gap-4">
      <input type="hidden" name="tenant" value={tenant} />
      <NumberField
        label={t("margin")}
        name="marginPercent"
        unit="%"
        hint={t("marginHint")}
        defaultValue={values["marginPercent"]}
        errors={refused?.fields?.["marginPercent"]}
      />
      <NumberField
        label={t("costPerOrder")}
        name="costPerOrder"
        unit={currency}
        hint={t("costHint")}
        defaultValue={values["costPerOrder"]}
        errors={refused?.fields?.["costPerOrder"]}
      />
      {refused && (
        <Notice tone="bad" isAlert>
          {refused.message}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" isPending={isPending}>
          {t("saveRates")}
        </Button>
        <p role="status" className="text-xs text-muted">
          {state?.ok && t(rates.marginPercent === "" ? "ratesCleared" : "ratesSaved")}
        </p>
      </div>
    </form>
  );
}
