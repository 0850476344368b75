"use client";

import { useTranslations } from "next-intl";
import { useSafeAction } from "#components/forms/use-safe-action.ts";

import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useFirstBadField } from "#components/ui/use-first-bad-field.ts";
import type { FormAction } from "#lib/actions/result.ts";
import { Refusal } from "./refusal.tsx";

export type CodeFormProps = {
  kind: "code" | "recovery";
  action: FormAction<unknown>;
  /** Where to go afterwards */
  to: string;
};

/** The second step of a sign-in: the digits of the app, or a recovery code. */
export function CodeForm({ kind, action, to }: CodeFormProps) {
  const t = useTranslations("signIn");
  const [answer, submit, isPending] = useSafeAction(action);
  const form = useFirstBadField(answer);
  const name = kind === "code" ? "code" : "recoveryCode";
  return (
    <form ref={form} action={submit} className="mt-8 flex flex-col gap-4">
      <Refusal answer={answer} />
      <input type="hidden" name="to" value={to} />
      <TextField
        label={t(name)}
        name={name}
        size="lg"
        {...(kind === "code" ? { inputMode: "numeric" } : {})}
        autoComplete={kind === "code" ? "one-time-code" : "off"}
        errors={answer?.ok === false ? answer.fields?.[name] : undefined}
        hasAutoFocus
        isRequired
      />
      <Button
        type="submit"
        variant="primary"
        size="lg"
        isPending={isPending}
        className="mt-2 w-full"
      >
        {t("codeSubmit")}
      </Button>
    </form>
  );
}
