import { useTranslations } from "next-intl";
import { SegmentLinks } from "#components/ui/segment-links.tsx";
import { type ValueQuery, valueAddress } from "#lib/value/filter.ts";
import { MEASURES } from "#lib/value/types.ts";

export type MeasureLinksProps = { query: ValueQuery /** The page without a query */; href: string };

/** Whether value is shown as profit or as revenue. */
export function MeasureLinks({ query, href }: MeasureLinksProps) {
  const t = useTranslations("value");
  return (
    <SegmentLinks
      label={t("measure")}
      links={MEASURES.map((measure) => ({
        href: href + valueAddress.write({ ...query, measure }),
        label: t(measure),
        isCurrent: query.measure === measure,
      }))}
    />
  );
}
