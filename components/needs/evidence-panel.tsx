import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { evidenceQuery } from "#lib/evidence/evidence-address.ts";

export type EvidencePanelProps = {
  needId: string;
  /** Different sources that speak for it */
  sources: number;
  /** The page of the need */
  href: string;
  mayWrite: boolean;
};

/** How many sources speak for a need, and the way to them. */
export function EvidencePanel({ needId, sources, href, mayWrite }: EvidencePanelProps) {
  const t = useTranslations("needs");
  return (
    <Panel
      title={t("evidenceTitle", { count: sources })}
      caption={t("evidenceText")}
      actions={
        (sources > 0 || mayWrite) && (
          <ButtonLink
            href={href + evidenceQuery({ subject: "need", subjectId: needId })}
            scroll={false}
            size="sm"
          >
            {t(sources > 0 ? "evidenceOpen" : "evidenceAdd")}
          </ButtonLink>
        )
      }
    />
  );
}
