"use client";

import { useTranslations } from "next-intl";
import { useSafeAction } from "#components/forms/use-safe-action.ts";

import { Button } from "#components/ui/button.tsx";
import type { FormAction } from "#lib/actions/result.ts";
import { Refusal } from "./refusal.tsx";

export type VerifyFormProps = { action: FormAction<void>; token: string };

/** One click that confirms an address. */
export function VerifyForm({ action, token }: VerifyFormProps) {
  const t = useTranslations("signIn");
  const [answer, submit, isPending] = useSafeAction(action);
  return (
    <form action={submit} className="mt-8 flex flex-col gap-4">
      <Refusal answer={answer} />
      <input type="hidden" name="token" value={token} />
      <Button type="submit" variant="primary" size="lg" isPending={isPending} className="w-full">
        {t("verifySubmit")}
      </Button>
    </form>
  );
}
