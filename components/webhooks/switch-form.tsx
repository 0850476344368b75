"use client";

import { useTranslations } from "next-intl";
import { useSafeAction } from "#components/forms/use-safe-action.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { FormAction } from "#lib/actions/result.ts";

export type SwitchFormProps = {
  tenant: string;
  of: { name: "endpointId" | "hookId"; id: string };
  isOff: boolean;
  action: FormAction<void>;
};

/** Switches a webhook or a hook on or off. */
export function SwitchForm({ tenant, of, isOff, action }: SwitchFormProps) {
  const t = useTranslations("webhooks");
  const [state, submit, isPending] = useSafeAction<void>(action);
  return (
    <form action={submit} className="flex flex-col items-start gap-3">
      <input type="hidden" name="tenant" value={tenant} />
      <input type="hidden" name={of.name} value={of.id} />
      <input type="hidden" name="to" value={isOff ? "on" : "off"} />
      {state?.ok === false && (
        <Notice tone="bad" isAlert>
          {state.message}
        </Notice>
      )}
      <Button type="submit" isPending={isPending}>
        {t(isOff ? "switchOn" : "switchOff")}
      </Button>
    </form>
  );
}
