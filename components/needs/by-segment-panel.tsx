import { useTranslations } from "next-intl";
import { SegmentFigures } from "#components/segments/segment-figures.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import type { SegmentOpportunity } from "#lib/needs/types.ts";
import type { SegmentNow } from "#lib/segments/types.ts";
import { AspectCell } from "./aspect-cell.tsx";
import { needFormats } from "./need-formats.ts";
import { OpportunityCell } from "./opportunity-cell.tsx";

export type BySegmentPanelProps = {
  rows: readonly SegmentOpportunity[];
  figures: ReadonlyMap<string, SegmentNow>;
  slug: string;
  locale: string;
};

/** The same need in each segment. */
export function BySegmentPanel({ rows, figures, slug, locale }: BySegmentPanelProps) {
  const t = useTranslations("needs");
  const formats = needFormats(locale);
  return (
    <Panel title={t("bySegmentTitle")} caption={t("bySegmentCaption")} hasPadding={false}>
      <Table label={t("bySegmentTitle")}>
        <thead>
          <tr>
            <Th>{t("segment")}</Th>
            <Th align="end">{t("opportunity")}</Th>
            <Th align="end">{t("importance")}</Th>
            <Th align="end">{t("satisfaction")}</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ segment, ...measured }) => (
            <tr key={segment.id}>
              <RowTh className="min-w-32 wrap-anywhere whitespace-normal">
                <SegmentFigures
                  segment={segment}
                  now={figures.get(segment.id) ?? null}
                  slug={slug}
                  locale={locale}
                />
              </RowTh>
              <Td align="end">
                <OpportunityCell measured={measured} formats={formats} />
              </Td>
              <Td align="end">
                <AspectCell aspect={measured.importance} formats={formats} />
              </Td>
              <Td align="end">
                <AspectCell aspect={measured.satisfaction} formats={formats} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
