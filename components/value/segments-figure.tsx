import { useTranslations } from "next-intl";
import { Figure } from "#components/charts/figure.tsx";
import { Table } from "#components/ui/table.tsx";
import { withOrdersBy } from "#lib/value/customers-behind.ts";
import {
  type SegmentSort,
  sortSegments,
  type ValueQuery,
  valueAddress,
} from "#lib/value/filter.ts";
import { headlineSegment } from "#lib/value/headline-segment.ts";
import type { SegmentValue, ValueOverview } from "#lib/value/types.ts";
import { SegmentRow, SegmentsTotal } from "./segment-rows.tsx";
import { SegmentsHead } from "./segments-head.tsx";
import type { ValueFormats } from "./value-formats.ts";

export type SegmentsFigureProps = {
  value: ValueOverview;
  query: ValueQuery;
  formats: ValueFormats;
  /** The Value page without a query */
  href: string;
  /** The customers list of the workspace: "/w/alder/customers" */
  customersHref: string;
};

/** What each segment is worth, and whether its share of revenue is more than its share of customers. */
export function SegmentsFigure(props: SegmentsFigureProps) {
  const { value, query, formats, href, customersHref } = props;
  const t = useTranslations("value");
  if (value.segments.length === 0) return null;
  const measure = value.profitMinor === null ? "revenue" : query.measure;
  const sortHref = (sort: SegmentSort) => href + valueAddress.write({ ...query, sort });
  return (
    <Figure
      title={<SegmentFinding value={value} formats={formats} />}
      caption={t(`segmentsCaption.${measure}`, {
        count: value.customersWithOrders,
        customers: formats.number(value.customersWithOrders),
      })}
      exportHref={`${href}/export/segments`}
      hasPadding={false}
    >
      <Table label={t("segmentsTable")}>
        <SegmentsHead value={value} measure={measure} sort={query.sort} sortHref={sortHref} />
        <tbody>
          {sortSegments(value.segments, { ...query, measure }).map((segment) => (
            <SegmentRow
              key={segment.segment}
              segment={segment}
              measure={measure}
              formats={formats}
              href={`${customersHref}?segment=${segment.segment}`}
              scale={widest(value.segments)}
            />
          ))}
        </tbody>
        <SegmentsTotal
          value={value}
          measure={measure}
          formats={formats}
          href={customersHref + withOrdersBy(value.asOfOn)}
        />
      </Table>
    </Figure>
  );
}

function SegmentFinding({ value, formats }: Pick<SegmentsFigureProps, "value" | "formats">) {
  const t = useTranslations("value");
  const first = headlineSegment(value.segments);
  if (!first) return t("noSegmentFinding");
  return t("segmentFinding", {
    subject: t(`segmentSubjects.${first.segment}`),
    customers: formats.wholeShare(first.customerShare),
    revenue: formats.wholeShare(first.revenueShare),
  });
}

/** Bars share one scale: the longest bar or mark takes nine tenths. */
function widest(segments: readonly SegmentValue[]): number {
  return (
    Math.max(
      ...segments.flatMap(({ revenueShare, customerShare }) => [revenueShare, customerShare]),
    ) / 0.9
  );
}
