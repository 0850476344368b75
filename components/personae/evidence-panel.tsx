import { useTranslations } from "next-intl";
import { EvidenceBadge } from "#components/evidence/evidence-badge.tsx";
import { ExportMenu } from "#components/ui/export-menu.tsx";
import { Link } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { evidenceQuery } from "#lib/evidence/evidence-address.ts";
import type { PersonaDetail } from "#lib/personae/types.ts";

export type EvidencePanelProps = {
  persona: PersonaDetail;
  /** Different sources of the persona itself */
  ownSources: number;
  /** The page it stands on */
  href: string;
  /** The evidence as a file; null for those who may not take it away */
  exportHref: string | null;
  /** Whether sources can be added there */
  mayWrite: boolean;
};

/** What backs a persona: the persona itself, and each of its claims, with the way to their sources. */
export function EvidencePanel(props: EvidencePanelProps) {
  const { persona, ownSources, href, exportHref, mayWrite } = props;
  const t = useTranslations("personae");
  const rows = [
    { subject: "persona" as const, id: persona.id, name: t("ofPersona"), sources: ownSources },
    ...persona.claims.map(({ id, statement, evidence }) => ({
      ...{ subject: "claim" as const, id, name: statement, sources: evidence.supports },
    })),
  ];
  return (
    <Panel
      title={t("evidenceTitle")}
      caption={t("evidenceCaption")}
      actions={exportHref && <ExportMenu href={exportHref} />}
    >
      <ul className="divide-y divide-hairline">
        {rows.map(({ subject, id, name, sources }) => (
          <li key={id} className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <span className="min-w-0 flex-1 basis-60 break-words">{name}</span>
            <EvidenceBadge sources={sources} />
            <Link
              href={href + evidenceQuery({ subject, subjectId: id })}
              scroll={false}
              aria-label={t(mayWrite ? "openEvidenceOf" : "seeEvidenceOf", { name })}
              className="inline-flex min-h-11 items-center sm:min-h-6"
            >
              {t(mayWrite ? "openEvidence" : "seeEvidence")}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
