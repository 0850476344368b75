import { TimerOff } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EvidenceBadge } from "#components/evidence/evidence-badge.tsx";
import { Link } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import { evidenceQuery } from "#lib/evidence/evidence-address.ts";
import type { Claim, PersonaDetail } from "#lib/personae/types.ts";
import { ageText } from "./age-text.ts";

export type ClaimsPanelProps = {
  persona: PersonaDetail;
  /** The page it stands on */
  href: string;
  /** Where claims are changed; null for who may only read */
  claimsHref: string | null;
  /** YYYY-MM-DD */
  today: string;
  locale: string;
  /** The form that adds one */
  addForm: ReactNode;
};

/** What is said of a persona, each with what backs it, how sure one is, and how old that is. */
export function ClaimsPanel({ persona, addForm, ...row }: ClaimsPanelProps) {
  const t = useTranslations("personae");
  return (
    <Panel title={t("claims")} caption={t("claimsCaption")} hasPadding={false} footer={addForm}>
      {persona.claims.length > 0 && (
        <Table label={t("claimsLabel", { name: persona.name })}>
          <thead>
            <tr>
              <Th>{t("columnClaim")}</Th>
              <Th className="max-sm:hidden">{t("columnConfidence")}</Th>
              <Th>{t("columnEvidence")}</Th>
              <Th align="end" className="max-sm:hidden">
                {t("columnAge")}
              </Th>
            </tr>
          </thead>
          <tbody>
            {persona.claims.map((claim) => (
              <ClaimRow key={claim.id} claim={claim} {...row} />
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  );
}

type ClaimRowProps = Omit<ClaimsPanelProps, "persona" | "addForm"> & { claim: Claim };

function ClaimRow({ claim, href, claimsHref, today, locale }: ClaimRowProps) {
  const t = useTranslations("personae");
  const { id, statement, confidence, evidence, isStale, lastSupportOn } = claim;
  const age = lastSupportOn === null ? "–" : ageText(lastSupportOn, today, locale);
  const aged = (
    <span className={isStale ? "inline-flex items-center gap-1 text-warn" : undefined}>
      {isStale && <TimerOff aria-hidden="true" />}
      {age}
      {isStale && <span className="sr-only"> {t("isStale")}</span>}
    </span>
  );
  return (
    <tr>
      <RowTh>
        <span className="block min-w-44 py-1 font-normal break-words whitespace-normal">
          {claimsHref ? (
            <Link
              href={`${claimsHref}/${id}`}
              aria-label={t("editClaim", { statement })}
              className="inline-block py-0.5 font-normal! text-text! hover:underline"
            >
              {statement}
            </Link>
          ) : (
            statement
          )}
          <span className="block text-2xs text-muted sm:hidden">
            {t(`confidence_${confidence}`)} · {aged}
          </span>
        </span>
      </RowTh>
      <Td className="text-muted max-sm:hidden">{t(`confidence_${confidence}`)}</Td>
      <Td>
        <Link
          href={href + evidenceQuery({ subject: "claim", subjectId: id })}
          scroll={false}
          className="inline-flex min-h-6 items-center text-text! max-sm:min-h-11"
        >
          <EvidenceBadge sources={evidence.supports} />
          <span className="sr-only"> {t("showEvidence", { statement })}</span>
        </Link>
        {evidence.newerAgainst > 0 && (
          <span className="block text-2xs whitespace-nowrap text-bad">
            {t("newerAgainst", { count: evidence.newerAgainst })}
          </span>
        )}
      </Td>
      <Td align="end" className="whitespace-nowrap text-muted max-sm:hidden">
        {aged}
      </Td>
    </tr>
  );
}
