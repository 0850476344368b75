"use client";

import { useTranslations } from "next-intl";
import { useSafeAction } from "#components/forms/use-safe-action.ts";

import { Button } from "#components/ui/button.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import { useFirstBadField } from "#components/ui/use-first-bad-field.ts";
import type { FormAction } from "#lib/actions/result.ts";
import { Refusal } from "./refusal.tsx";

export type ResetFormProps = { action: FormAction<void>; token: string };

/** A new password by a link. */
export function ResetForm({ action, token }: ResetFormProps) {
  const t = useTranslations("signIn");
  const [answer, submit, isPending] = useSafeAction(action);
  const form = useFirstBadField(answer);
  return (
    <form ref={form} action={submit} className="mt-8 flex flex-col gap-4">
      <Refusal answer={answer} />
      <input type="hidden" name="token" value={token} />
      <PasswordField
        label={t("newPassword")}
        name="password"
        size="lg"
        hint={t("passwordHint")}
        autoComplete="new-password"
        errors={answer?.ok === false ? answer.fields?.["password"] : undefined}
        isRequired
      />
      <Button
        type="submit"
        variant="primary"
        size="lg"
        isPending={isPending}
        className="mt-2 w-full"
      >
        {t("resetSubmit")}
      </Button>
    </form>
  );
}
