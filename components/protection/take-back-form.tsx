"use client";

import { useTranslations } from "next-intl";
import { useSafeAction } from "#components/forms/use-safe-action.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import { useFirstBadField } from "#components/ui/use-first-bad-field.ts";
import type { FormAction } from "#lib/actions/result.ts";
import type { ClosingWorkspace } from "#lib/protection/types.ts";
import { ClosingPanel } from "./closing-panel.tsx";

export type TakeBackFormProps = {
  workspace: ClosingWorkspace;
  proof: "password" | "recent_sign_in";
  action: FormAction<{ slug: string }>;
};

/** When a closed workspace is deleted, and the way back until then. */
export function TakeBackForm({ workspace, proof, action }: TakeBackFormProps) {
  const t = useTranslations("protection");
  const [answer, submit, isPending] = useSafeAction<{ slug: string }>(action);
  const form = useFirstBadField(answer);
  const refused = answer?.ok === false ? answer : null;
  return (
    <ClosingPanel workspace={workspace}>
      <form ref={form} action={submit} className="flex max-w-md flex-col gap-4">
        <input type="hidden" name="tenantId" value={workspace.id} />
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
          <Button type="submit" variant="primary" isPending={isPending}>
            {t("takeBack")}
          </Button>
        </div>
      </form>
    </ClosingPanel>
  );
}
