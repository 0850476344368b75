"use client";

import { useTranslations } from "next-intl";
import { useSafeAction } from "#components/forms/use-safe-action.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useFirstBadField } from "#components/ui/use-first-bad-field.ts";
import type { FormAction } from "#lib/actions/result.ts";
import type { MadeSecret } from "#lib/webhooks/types.ts";
import { SecretNotice } from "./secret-notice.tsx";

export type RotateFormProps = {
  tenant: string;
  /** The field that names whose secret it is, and its id */
  of: { name: "endpointId" | "hookId"; id: string };
  /** Until when the secret of before counts too, in words; null when it does not */
  formerUntil: string | null;
  action: FormAction<MadeSecret>;
};

/** Replaces a secret and shows the new one, this once; of a hook, also by one that the sender made. */
export function RotateForm({ tenant, of, formerUntil, action }: RotateFormProps) {
  const t = useTranslations("webhooks");
  const [state, submit, isPending] = useSafeAction<MadeSecret>(action);
  const form = useFirstBadField(state);
  const refused = state?.ok === false ? state : null;
  return (
    <>
      {state?.ok && <SecretNotice text={t("rotated")} secret={state.data.secret} />}
      <form ref={form} action={submit} className="flex max-w-xl flex-col gap-4">
        <input type="hidden" name="tenant" value={tenant} />
        <input type="hidden" name={of.name} value={of.id} />
        {of.name === "hookId" && (
          <TextField
            label={t("givenSecret")}
            name="secret"
            hint={t("givenSecretHint")}
            autoComplete="off"
            errors={refused?.fields?.["secret"]}
          />
        )}
        {refused && (
          <Notice tone="bad" isAlert>
            {refused.message}
          </Notice>
        )}
        {formerUntil && (
          <p className="text-xs text-muted">{t("formerUntil", { when: formerUntil })}</p>
        )}
        <div>
          <Button type="submit" isPending={isPending}>
            {t("rotateNow")}
          </Button>
        </div>
      </form>
    </>
  );
}
