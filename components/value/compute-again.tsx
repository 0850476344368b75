"use client";

import { useTranslations } from "next-intl";
import { useSafeAction } from "#components/forms/use-safe-action.ts";
import { Button } from "#components/ui/button.tsx";
import type { ActionResult } from "#lib/actions/result.ts";
import { ValueWaiting } from "./value-waiting.tsx";

export type ComputeAgainProps = {
  tenant: string;
  action: (previous: ActionResult<void> | null, form: FormData) => Promise<ActionResult<void>>;
};

/** Asks for a computation, and for the page again until it is there. */
export function ComputeAgain({ tenant, action }: ComputeAgainProps) {
  const t = useTranslations("value");
  const [result, submit, isPending] = useSafeAction(action);
  return (
    <form action={submit}>
      <input type="hidden" name="tenant" value={tenant} />
      <Button type="submit" variant="primary" isPending={isPending}>
        {t("computeNow")}
      </Button>
      {result?.ok === false && (
        <p role="alert" className="mt-2 text-2xs font-medium text-bad">
          {result.message}
        </p>
      )}
      {result?.ok && <ValueWaiting />}
    </form>
  );
}
