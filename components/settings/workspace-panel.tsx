import { useTranslations } from "next-intl";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { Panel } from "#components/ui/panel.tsx";

export type WorkspacePanelProps = {
  workspace: { name: string; slug: string; currency: string; timeZone: string };
};

/** What a workspace was made with. */
export function WorkspacePanel({ workspace }: WorkspacePanelProps) {
  const t = useTranslations("settings");
  return (
    <Panel title={t("workspace")} caption={t("workspaceCaption")}>
      <DefinitionList
        entries={[
          { term: t("name"), value: workspace.name },
          {
            term: t("address"),
            value: <span className="font-mono text-2xs">/w/{workspace.slug}</span>,
          },
          { term: t("currency"), value: workspace.currency },
          { term: t("timeZone"), value: workspace.timeZone },
        ]}
      />
    </Panel>
  );
}
