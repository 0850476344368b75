"use client";

import { useTranslations } from "next-intl";
import { useSafeAction } from "#components/forms/use-safe-action.ts";

import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useFirstBadField } from "#components/ui/use-first-bad-field.ts";
import type { FormAction } from "#lib/actions/result.ts";
import { Refusal } from "./refusal.tsx";

export type ForgotFormProps = { action: FormAction<{ email: string }> };

/** Asks where to send a link; the answer is the same for every address. */
export function ForgotForm({ action }: ForgotFormProps) {
  const t = useTranslations("signIn");
  const [answer, submit, isPending] = useSafeAction(action);
  const form = useFirstBadField(answer);
  if (answer?.ok) {
    return (
      <div className="mt-6" role="status">
        <Notice tone="info">{t("forgotSent", answer.data)}</Notice>
      </div>
    );
  }
  return (
    <form ref={form} action={submit} className="mt-8 flex flex-col gap-4">
      <Refusal answer={answer} />
      <TextField
        label={t("email")}
        name="email"
        type="email"
        size="lg"
        autoComplete="username"
        defaultValue={answer?.values?.["email"] ?? ""}
        errors={answer?.fields?.["email"]}
        isRequired
      />
      <Button
        type="submit"
        variant="primary"
        size="lg"
        isPending={isPending}
        className="mt-2 w-full"
      >
        {t("forgotSubmit")}
      </Button>
    </form>
  );
}
