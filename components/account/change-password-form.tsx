"use client";

import { useTranslations } from "next-intl";
import { useSafeAction } from "#components/forms/use-safe-action.ts";

import { Refusal } from "#components/sign-in/refusal.tsx";
import { Button } from "#components/ui/button.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import { useFirstBadField } from "#components/ui/use-first-bad-field.ts";
import type { FormAction } from "#lib/actions/result.ts";

export type ChangePasswordFormProps = { action: FormAction<void>; email: string };

/** A new password, after the present one. */
export function ChangePasswordForm({ action, email }: ChangePasswordFormProps) {
  const t = useTranslations("account");
  const [answer, submit, isPending] = useSafeAction(action);
  const form = useFirstBadField(answer);
  const errors = answer?.ok === false ? answer.fields : undefined;
  return (
    <form ref={form} action={submit} className="flex max-w-md flex-col gap-4">
      <Refusal answer={answer} />
      {/* Tells a password manager whose password this is. */}
      <input type="text" value={email} readOnly autoComplete="username" hidden />
      <PasswordField
        label={t("presentPassword")}
        name="presentPassword"
        autoComplete="current-password"
        errors={errors?.["presentPassword"]}
        isRequired
      />
      <PasswordField
        label={t("newPassword")}
        name="newPassword"
        hint={t("passwordHint")}
        autoComplete="new-password"
        errors={errors?.["newPassword"]}
        isRequired
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" isPending={isPending}>
          {t("changePassword")}
        </Button>
        <p role="status" className="text-xs text-muted">
          {answer?.ok && t("passwordChanged")}
        </p>
      </div>
    </form>
  );
}
