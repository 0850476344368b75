import { useTranslations } from "next-intl";
import { EvidenceSources } from "#components/evidence/evidence-sources.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { evidenceQuery } from "#lib/evidence/evidence-address.ts";
import type { EvidenceEntry } from "#lib/evidence/types.ts";

export type ClaimSourcesProps = {
  claimId: string;
  entries: readonly EvidenceEntry[];
  slug: string;
  locale: string;
  /** The page on which sources are added */
  href: string;
};

/** What speaks for a claim and against it, to judge by whether it still holds, and the way to add to it. */
export function ClaimSources({ claimId, entries, slug, locale, href }: ClaimSourcesProps) {
  const t = useTranslations("personae");
  return (
    <Panel
      title={t("claimSources", { count: entries.length })}
      actions={
        <ButtonLink href={href + evidenceQuery({ subject: "claim", subjectId: claimId })} size="sm">
          {t(entries.length > 0 ? "openEvidence" : "addEvidence")}
        </ButtonLink>
      }
    >
      {entries.length > 0 && <EvidenceSources {...{ entries, slug, locale }} actions={null} />}
    </Panel>
  );
}
