"use client";

import { useTranslations } from "next-intl";
import { useSafeAction } from "#components/forms/use-safe-action.ts";
import { Button } from "#components/ui/button.tsx";
import type { FormAction } from "#lib/actions/result.ts";

export type ReplayButtonProps = {
  tenant: string;
  deliveryId: string;
  /** Which message it is, read out */
  label: string;
  action: FormAction<{ endpointId: string }>;
};

/** Sends a message again. */
export function ReplayButton({ tenant, deliveryId, label, action }: ReplayButtonProps) {
  const t = useTranslations("webhooks");
  const [state, submit, isPending] = useSafeAction<{ endpointId: string }>(action);
  return (
    <form action={submit} className="flex flex-col items-end gap-1">
      <input type="hidden" name="tenant" value={tenant} />
      <input type="hidden" name="deliveryId" value={deliveryId} />
      <Button
        size="sm"
        type="submit"
        isPending={isPending}
        aria-label={label}
        className="whitespace-nowrap"
      >
        {t("replay")}
      </Button>
      {state?.ok === false && (
        <span role="alert" className="text-2xs text-bad">
          {state.message}
        </span>
      )}
    </form>
  );
}
