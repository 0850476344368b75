import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "#components/people/action-form.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { PersonaDetail } from "#lib/personae/types.ts";

export type StandingPanelsProps = {
  tenant: string;
  persona: PersonaDetail;
  actions: Readonly<Record<"archive" | "restore" | "remove", FormAction>>;
};

/** Put a persona away, bring it back, or delete it, with what goes with it. */
export function StandingPanels({ tenant, persona, actions }: StandingPanelsProps) {
  const t = useTranslations("personae");
  const { id, version, name, isArchived, claims, evidenceCount } = persona;
  const hidden = { tenant, personaId: id, version };
  if (!isArchived)
    return (
      <Panel title={t("archiveTitle")} caption={t("archiveCaption")}>
        <ActionForm
          action={actions.archive}
          hidden={hidden}
          submitLabel={t("archiveDo", { name })}
        />
      </Panel>
    );
  return (
    <>
      <Panel title={t("restore")}>
        <ActionForm
          action={actions.restore}
          hidden={hidden}
          submitLabel={t("restoreName", { name })}
        />
      </Panel>
      <Panel
        title={t("deleteTitle")}
        caption={t("deleteCaption", { claims: claims.length, pieces: evidenceCount })}
      >
        <ActionForm
          action={actions.remove}
          hidden={hidden}
          submitLabel={t("deleteName", { name })}
          variant="danger"
        />
      </Panel>
    </>
  );
}
