"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useSafeAction } from "#components/forms/use-safe-action.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import { useFirstBadField } from "#components/ui/use-first-bad-field.ts";
import type { ActionResult, FormAction } from "#lib/actions/result.ts";

/** What the server refused, with what was typed. */
type Refused = Extract<ActionResult<unknown>, { ok: false }> | null;

export type ProofFormProps<T> = {
  /** What it is about */
  of: { name: "tenant" | "tenantId"; value: string };
  proof: "password" | "recent_sign_in";
  action: FormAction<T>;
  verb: string;
  variant: "primary" | "danger";
  /** Fields before the proof */
  children?: (refused: Refused) => ReactNode;
};

/** A form for what takes one's password, or a sign-in of just now. */
export function ProofForm<T>({ of, proof, action, verb, variant, children }: ProofFormProps<T>) {
  const t = useTranslations("protection");
  const [answer, submit, isPending] = useSafeAction<T>(action);
  const form = useFirstBadField(answer);
  const refused = answer?.ok === false ? answer : null;
  return (
    <form ref={form} action={submit} className="flex max-w-md flex-col gap-4">
      <input type="hidden" name={of.name} value={of.value} />
      {children?.(refused)}
      {proof === "password" && (
        <PasswordField
          label={t("presentPassword")}
          name="presentPassword"
          autoComplete="current-password"
          errors={refused?.fields?.["presentPassword"]}
          isRequired
        />
      )}
      {refused && !refused.fields && (
        <Notice tone="bad" isAlert>
          {refused.message}
        </Notice>
      )}
      <div>
        <Button type="submit" variant={variant} isPending={isPending}>
          {verb}
        </Button>
      </div>
    </form>
  );
}
