import { useTranslations } from "next-intl";
import { LostNames } from "#components/evidence/lost-names.tsx";
import { ActionForm, type FormAction } from "#components/people/action-form.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { EvidenceLoss } from "#lib/evidence/types.ts";
import type { InterviewDetail } from "#lib/interviews/types.ts";

export type DeleteInterviewPanelProps = {
  tenant: string;
  interview: Pick<InterviewDetail, "id" | "version">;
  loss: EvidenceLoss;
  action: FormAction;
};

/** Deletes an interview, and says first what would lose its evidence. */
export function DeleteInterviewPanel(props: DeleteInterviewPanelProps) {
  const { tenant, interview, loss, action } = props;
  const t = useTranslations("personae");
  return (
    <Panel
      title={t("interviewDeleteTitle")}
      caption={t("interviewLoss", { pieces: loss.pieces, unbacked: loss.unbacked })}
    >
      <LostNames loss={loss} />
      <ActionForm
        action={action}
        hidden={{
          tenant,
          interviewId: interview.id,
          version: interview.version,
          withEvidence: "yes",
        }}
        submitLabel={t("interviewDelete")}
        variant="danger"
      />
    </Panel>
  );
}
