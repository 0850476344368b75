"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";

type SignInState = { message: string; email: string } | null;

export type SignInFormProps = {
  action: (previous: SignInState, form: FormData) => Promise<SignInState>;
  /** Where to go afterwards */
  to: string;
};

/** E-mail and password; a refusal keeps the address that was typed. */
export function SignInForm({ action, to }: SignInFormProps) {
  const t = useTranslations("signIn");
  const [state, submit, isPending] = useActionState(action, null);
  return (
    <form action={submit} className="mt-8 flex flex-col gap-4">
      {state && (
        <Notice tone="bad" isAlert>
          {state.message}
        </Notice>
      )}
      <input type="hidden" name="to" value={to} />
      <TextField
        label={t("email")}
        name="email"
        type="email"
        size="lg"
        autoComplete="username"
        defaultValue={state?.email ?? ""}
        isRequired
      />
      <PasswordField
        label={t("password")}
        name="password"
        size="lg"
        autoComplete="current-password"
        isRequired
      />
      <Button
        type="submit"
        variant="primary"
        size="lg"
        isPending={isPending}
        className="mt-2 w-full"
      >
        {t("submit")}
      </Button>
    </form>
  );
}
