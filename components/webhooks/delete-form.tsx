"use client";

import { useTranslations } from "next-intl";
import { useAnswerAnyway, useSafeAction } from "#components/forms/use-safe-action.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useHydrated } from "#components/ui/use-hydrated.ts";
import type { FormAction } from "#lib/actions/result.ts";

export type DeleteFormProps = {
  tenant: string;
  of: { name: "endpointId" | "hookId"; id: string };
  action: FormAction<void>;
};

/** Deletes a webhook or a hook after a question; without JavaScript at once. */
export function DeleteForm({ tenant, of, action }: DeleteFormProps) {
  const t = useTranslations("webhooks");
  const isHydrated = useHydrated();
  const [state, submit] = useSafeAction<void>(action);
  const answerAnyway = useAnswerAnyway<void>();
  const isHook = of.name === "hookId";
  const verb = t(isHook ? "deleteHookNow" : "deleteNow");
  const trigger = (
    <Button type={isHydrated ? "button" : "submit"} variant="danger">
      {verb}
    </Button>
  );
  const remove = async () => {
    const form = new FormData();
    form.set("tenant", tenant);
    form.set(of.name, of.id);
    const result = await answerAnyway(action)(null, form);
    return result.ok ? undefined : result.message;
  };
  return (
    <form action={submit} className="flex flex-col items-start gap-3">
      <input type="hidden" name="tenant" value={tenant} />
      <input type="hidden" name={of.name} value={of.id} />
      {state?.ok === false && (
        <Notice tone="bad" isAlert>
          {state.message}
        </Notice>
      )}
      {isHydrated ? (
        <ConfirmDialog
          title={t(isHook ? "deleteHookTitle" : "deleteTitle")}
          confirmLabel={verb}
          trigger={trigger}
          onConfirm={remove}
        >
          {t(isHook ? "hookDeleteCaption" : "deleteCaption")}
        </ConfirmDialog>
      ) : (
        trigger
      )}
    </form>
  );
}
