import { useTranslations } from "next-intl";
import { EvidenceBadge } from "#components/evidence/evidence-badge.tsx";
import { Link } from "#components/ui/link.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import type { MeasuredNeed } from "#lib/needs/types.ts";
import { AspectCell } from "./aspect-cell.tsx";
import { KanoCell } from "./kano-cell.tsx";
import { type NeedFormats, needFormats } from "./need-formats.ts";
import { OpportunityCell } from "./opportunity-cell.tsx";

export type NeedsTableProps = {
  needs: readonly MeasuredNeed[];
  slug: string;
  locale: string;
};

/** The register, the greatest opportunity first. */
export function NeedsTable({ needs, slug, locale }: NeedsTableProps) {
  const t = useTranslations("needs");
  const formats = needFormats(locale);
  return (
    <Table label={t("tableLabel")} isList>
      <thead>
        <tr>
          <Th>{t("need")}</Th>
          <Th align="end">{t("opportunity")}</Th>
          <Th align="end" className="max-sm:hidden">
            {t("importance")}
          </Th>
          <Th align="end" className="max-sm:hidden">
            {t("satisfaction")}
          </Th>
          <Th className="max-sm:hidden">{t("kano")}</Th>
          <Th className="max-sm:hidden">{t("evidence")}</Th>
        </tr>
      </thead>
      <tbody>
        {needs.map((need) => (
          <NeedTr key={need.id} need={need} slug={slug} formats={formats} />
        ))}
      </tbody>
    </Table>
  );
}

type NeedTrProps = { need: MeasuredNeed; slug: string; formats: NeedFormats };

function NeedTr({ need, slug, formats }: NeedTrProps) {
  const t = useTranslations("needs");
  const { id, statement, kind, segment, evidenceCount } = need;
  return (
    <tr>
      <RowTh>
        <Link
          isPlain
          href={`/w/${slug}/needs/${id}`}
          className="inline-flex min-h-11 min-w-40 items-center py-1 sm:min-h-6"
        >
          <span className="min-w-0">
            <span className="line-clamp-3 max-w-104">{statement}</span>
            <span className="block text-2xs font-normal text-muted">
              {t(`kind_${kind}`)} · {segment?.name ?? t("everybody")}
            </span>
          </span>
        </Link>
        <span className="block pb-2 font-normal sm:hidden">
          <EvidenceBadge sources={evidenceCount} />
        </span>
      </RowTh>
      <Td align="end">
        <OpportunityCell opportunity={need.opportunity} formats={formats} />
      </Td>
      <Td align="end" className="max-sm:hidden">
        <AspectCell aspect={need.importance} formats={formats} />
      </Td>
      <Td align="end" className="max-sm:hidden">
        <AspectCell aspect={need.satisfaction} formats={formats} />
      </Td>
      <Td className="max-sm:hidden">
        <KanoCell kano={need.kano} formats={formats} />
      </Td>
      <Td className="max-sm:hidden">
        <EvidenceBadge sources={evidenceCount} />
      </Td>
    </tr>
  );
}
