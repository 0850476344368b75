"use client";

import { useTranslations } from "next-intl";
import { useSafeAction } from "#components/forms/use-safe-action.ts";

import { Button } from "#components/ui/button.tsx";
import { Link } from "#components/ui/link.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { FormAction } from "#lib/actions/result.ts";
import { Refusal } from "./refusal.tsx";

export type SignInFormProps = {
  action: FormAction<unknown>;
  /** Where to go afterwards */
  to: string;
};

/** E-mail and password; a refusal keeps the address that was typed. */
export function SignInForm({ action, to }: SignInFormProps) {
  const t = useTranslations("signIn");
  const [answer, submit, isPending] = useSafeAction(action);
  return (
    <form action={submit} className="mt-8 flex flex-col gap-4">
      <Refusal answer={answer} />
      <input type="hidden" name="to" value={to} />
      <TextField
        label={t("email")}
        name="email"
        type="email"
        size="lg"
        autoComplete="username"
        defaultValue={answer?.ok === false ? (answer.values?.["email"] ?? "") : ""}
        isRequired
      />
      <div className="relative">
        <PasswordField
          label={t("password")}
          name="password"
          size="lg"
          autoComplete="current-password"
          isRequired
        />
        <Link href="/forgot-password" className={FORGOT}>
          {t("forgot")}
        </Link>
      </div>
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

// Stands at the end of the label's line and comes after the field: typing goes from address to password.
const FORGOT = "absolute end-0 top-0 -mt-3 flex h-11 items-center text-xs sm:-mt-1 sm:h-7";
