"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { useSafeAction } from "#components/forms/use-safe-action.ts";
import { Button } from "#components/ui/button.tsx";
import { fieldBox } from "#components/ui/field-style.ts";
import type { ActionResult } from "#lib/actions/result.ts";

export type AsOfAction = (
  previous: ActionResult<void> | null,
  form: FormData,
) => Promise<ActionResult<void>>;

export type AsOfControlProps = {
  tenant: string;
  /** YYYY-MM-DD */
  asOfOn: string;
  isChosen: boolean;
  action: AsOfAction;
};

/** The day recency counts back from: any day, or that of the last order. */
export function AsOfControl({ tenant, asOfOn, isChosen, action }: AsOfControlProps) {
  const t = useTranslations("value");
  const [result, submit, isPending] = useSafeAction(action);
  const id = useId();
  const refusal =
    result?.ok === false ? (result.fields?.["asOfOn"]?.join(" ") ?? result.message) : null;
  return (
    <form action={submit} className="no-print flex flex-wrap items-center gap-2">
      <input type="hidden" name="tenant" value={tenant} />
      <label htmlFor={id} className="text-xs text-muted">
        {t("asOf")}
      </label>
      <input
        id={id}
        type="date"
        name="asOfOn"
        key={asOfOn}
        defaultValue={result?.ok === false ? result.values?.["asOfOn"] : asOfOn}
        aria-invalid={refusal !== null}
        aria-describedby={refusal ? `${id}-error` : undefined}
        className={fieldBox("md", "w-auto! text-xs! aria-invalid:border-bad")}
      />
      <Button type="submit" isPending={isPending}>
        {t("countFromHere")}
      </Button>
      {isChosen && (
        // After the field, so that its empty day is the one that counts.
        <Button type="submit" name="asOfOn" value="" variant="quiet" isPending={isPending}>
          {t("useLastOrder")}
        </Button>
      )}
      {refusal && (
        <p id={`${id}-error`} role="alert" className="basis-full text-2xs font-medium text-bad">
          {refusal}
        </p>
      )}
    </form>
  );
}
