"use client";

import { useTranslations } from "next-intl";
import { useSafeAction } from "#components/forms/use-safe-action.ts";

import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { notify } from "#components/ui/notify.tsx";
import { useHydrated } from "#components/ui/use-hydrated.ts";
import type { ActionResult } from "#lib/actions/result.ts";

export type RevokeKeyProps = {
  tenant: string;
  keyId: string;
  name: string;
  action: (previous: ActionResult<void> | null, form: FormData) => Promise<ActionResult<void>>;
};

/** Ends a key after a question; without JavaScript at once. */
export function RevokeKey({ tenant, keyId, name, action }: RevokeKeyProps) {
  const t = useTranslations("settings.keys");
  const isHydrated = useHydrated();
  const [, submit] = useSafeAction(action);
  const trigger = (
    <Button size="sm" type={isHydrated ? "button" : "submit"} aria-label={t("revokeOf", { name })}>
      {t("revoke")}
    </Button>
  );
  if (!isHydrated)
    return (
      <form action={submit}>
        <input type="hidden" name="tenant" value={tenant} />
        <input type="hidden" name="keyId" value={keyId} />
        {trigger}
      </form>
    );
  const revoke = async () => {
    const form = new FormData();
    form.set("tenant", tenant);
    form.set("keyId", keyId);
    const result = await action(null, form);
    if (!result.ok) return result.message;
    notify({ tone: "good", message: t("revoked", { name }) });
    return undefined;
  };
  return (
    <ConfirmDialog
      title={t("revokeTitle", { name })}
      confirmLabel={t("revokeNow")}
      trigger={trigger}
      onConfirm={revoke}
    >
      {t("revokeText")}
    </ConfirmDialog>
  );
}
