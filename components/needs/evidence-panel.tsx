import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { ExportMenu } from "#components/ui/export-menu.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { evidenceQuery } from "#lib/evidence/evidence-address.ts";

export type EvidencePanelProps = {
  needId: string;
  /** Different sources that speak for it */
  sources: number;
  /** The page of the need */
  href: string;
  mayWrite: boolean;
  /** The evidence as a file; null for those who may not take it away */
  exportHref: string | null;
};

/** How many sources speak for a need, and the way to them. */
export function EvidencePanel(props: EvidencePanelProps) {
  const { needId, sources, href, mayWrite, exportHref } = props;
  const t = useTranslations("needs");
  return (
    <Panel
      title={t("evidenceTitle", { count: sources })}
      {...(mayWrite ? { caption: t("evidenceText") } : {})}
      actions={
        (sources > 0 || mayWrite) && (
          <>
            {exportHref && sources > 0 && <ExportMenu href={exportHref} />}
            <ButtonLink
              href={href + evidenceQuery({ subject: "need", subjectId: needId })}
              scroll={false}
              size="sm"
            >
              {t(sources > 0 ? "evidenceOpen" : "evidenceAdd")}
            </ButtonLink>
          </>
        )
      }
    />
  );
}
