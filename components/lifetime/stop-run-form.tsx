"use client";

import { useTranslations } from "next-intl";
import { useAnswerAnyway, useSafeAction } from "#components/forms/use-safe-action.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useHydrated } from "#components/ui/use-hydrated.ts";
import type { FormAction } from "#lib/actions/result.ts";

export type StopRunFormProps = {
  tenant: string;
  runId: string;
  action: FormAction<{ id: string }>;
};

/** Stops a run after a question; without JavaScript at once. */
export function StopRunForm({ tenant, runId, action }: StopRunFormProps) {
  const t = useTranslations("lifetime.stop");
  const isHydrated = useHydrated();
  const [state, submit] = useSafeAction(action);
  const answerAnyway = useAnswerAnyway<{ id: string }>();
  const trigger = <Button type={isHydrated ? "button" : "submit"}>{t("stop")}</Button>;
  const stop = async () => {
    const form = new FormData();
    form.set("tenant", tenant);
    form.set("runId", runId);
    const result = await answerAnyway(action)(null, form);
    return result.ok ? undefined : result.message;
  };
  return (
    <form action={submit} className="flex flex-col items-start gap-3">
      <input type="hidden" name="tenant" value={tenant} />
      <input type="hidden" name="runId" value={runId} />
      {state?.ok === false && (
        <Notice tone="bad" isAlert>
          {state.message}
        </Notice>
      )}
      {isHydrated ? (
        <ConfirmDialog
          title={t("title")}
          confirmLabel={t("stopNow")}
          trigger={trigger}
          onConfirm={stop}
        >
          {t("text")}
        </ConfirmDialog>
      ) : (
        trigger
      )}
    </form>
  );
}
