"use client";

import { useTranslations } from "next-intl";
import { useSafeAction } from "#components/forms/use-safe-action.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useFirstBadField } from "#components/ui/use-first-bad-field.ts";
import type { FormAction } from "#lib/actions/result.ts";

export type ClosePanelProps = {
  tenant: string;
  workspaceName: string;
  proof: "password" | "recent_sign_in";
  action: FormAction<void>;
};

/** The end of the workspace: by its name and one's password, or a sign-in of just now. */
export function ClosePanel({ tenant, workspaceName, proof, action }: ClosePanelProps) {
  const t = useTranslations("protection");
  const [answer, submit, isPending] = useSafeAction<void>(action);
  const form = useFirstBadField(answer);
  const refused = answer?.ok === false ? answer : null;
  return (
    <Panel title={t("closeTitle")} caption={t("closeCaption")}>
      <form ref={form} action={submit} className="flex max-w-md flex-col gap-4">
        <input type="hidden" name="tenant" value={tenant} />
        <TextField
          label={t("typeName", { name: workspaceName })}
          name="workspaceName"
          autoComplete="off"
          defaultValue={refused?.values?.["workspaceName"]}
          errors={refused?.fields?.["workspaceName"]}
          isRequired
        />
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
          <Button type="submit" variant="danger" isPending={isPending}>
            {t("close")}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
