"use client";

import { useTranslations } from "next-intl";
import type { FormAction } from "#lib/actions/result.ts";
import type { ClosingWorkspace } from "#lib/protection/types.ts";
import { ClosingPanel } from "./closing-panel.tsx";
import { ProofForm } from "./proof-form.tsx";

export type TakeBackFormProps = {
  workspace: ClosingWorkspace;
  proof: "password" | "recent_sign_in";
  action: FormAction<{ slug: string }>;
};

/** When a closed workspace is deleted, and the way back until then. */
export function TakeBackForm({ workspace, proof, action }: TakeBackFormProps) {
  const t = useTranslations("protection");
  const of = { name: "tenantId", value: workspace.id } as const;
  return (
    <ClosingPanel workspace={workspace}>
      <ProofForm of={of} proof={proof} action={action} verb={t("takeBack")} variant="primary" />
    </ClosingPanel>
  );
}
