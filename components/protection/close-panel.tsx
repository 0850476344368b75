"use client";

import { useTranslations } from "next-intl";
import { Panel } from "#components/ui/panel.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { FormAction } from "#lib/actions/result.ts";
import { ProofForm } from "./proof-form.tsx";

export type ClosePanelProps = {
  tenant: string;
  workspaceName: string;
  proof: "password" | "recent_sign_in";
  action: FormAction<void>;
};

/** The end of the workspace: by its name and one's password, or a sign-in of just now. */
export function ClosePanel({ tenant, workspaceName, proof, action }: ClosePanelProps) {
  const t = useTranslations("protection");
  const of = { name: "tenant", value: tenant } as const;
  return (
    <Panel title={t("closeTitle")} caption={t("closeCaption")}>
      <ProofForm of={of} proof={proof} action={action} verb={t("close")} variant="danger">
        {(refused) => (
          <TextField
            label={t("typeName", { name: workspaceName })}
            name="workspaceName"
            autoComplete="off"
            defaultValue={refused?.values?.["workspaceName"]}
            errors={refused?.fields?.["workspaceName"]}
            isRequired
          />
        )}
      </ProofForm>
    </Panel>
  );
}
