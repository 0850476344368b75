import { useTranslations } from "next-intl";
import { EvidenceBadge } from "#components/evidence/evidence-badge.tsx";
import { SegmentFigures } from "#components/segments/segment-figures.tsx";
import { Link } from "#components/ui/link.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import type { MeasuredNeed } from "#lib/needs/types.ts";
import type { SegmentNow } from "#lib/segments/types.ts";
import { AspectCell } from "./aspect-cell.tsx";
import { KanoCell } from "./kano-cell.tsx";
import { type NeedFormats, needFormats } from "./need-formats.ts";
import { OpportunityCell } from "./opportunity-cell.tsx";

export type NeedsTableProps = {
  needs: readonly MeasuredNeed[];
  /** What is known of their segments */
  figures: ReadonlyMap<string, SegmentNow>;
  slug: string;
  locale: string;
};

/** The register, the greatest opportunity first. */
export function NeedsTable({ needs, figures, slug, locale }: NeedsTableProps) {
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
          <NeedTr key={need.id} {...{ need, figures, slug, locale, formats }} />
        ))}
      </tbody>
    </Table>
  );
}

type NeedTrProps = Omit<NeedsTableProps, "needs"> & { need: MeasuredNeed; formats: NeedFormats };

function NeedTr({ need, figures, slug, locale, formats }: NeedTrProps) {
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
          <span className="line-clamp-3 max-w-104 min-w-0 wrap-anywhere">{statement}</span>
        </Link>
        {segment ? (
          <SegmentFigures
            segment={segment}
            now={figures.get(segment.id) ?? null}
            before={t(`kind_${kind}`)}
            slug={slug}
            locale={locale}
          />
        ) : (
          <span className="block pb-1 text-2xs font-normal text-muted">
            {t(`kind_${kind}`)} · {t("everybody")}
          </span>
        )}
        <span className="block pb-2 font-normal sm:hidden">
          <EvidenceBadge sources={evidenceCount} />
        </span>
      </RowTh>
      <Td align="end">
        <OpportunityCell measured={need} formats={formats} />
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
