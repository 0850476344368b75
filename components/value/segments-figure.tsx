import { useTranslations } from "next-intl";
import { Figure } from "#components/charts/figure.tsx";
import { Link } from "#components/ui/link.tsx";
import { ShareBar } from "#components/ui/share-bar.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import { headlineSegment } from "#lib/value/headline-segment.ts";
import type { SegmentValue, ValueOverview } from "#lib/value/types.ts";
import type { ValueFormats } from "./value-formats.ts";

export type SegmentsFigureProps = {
  value: ValueOverview;
  formats: ValueFormats;
  csvHref: string;
  /** The customers list of the workspace: "/w/alder/customers" */
  customersHref: string;
};

/** What each segment is worth, and whether its share of revenue is more than its share of customers. */
export function SegmentsFigure({ value, formats, csvHref, customersHref }: SegmentsFigureProps) {
  const t = useTranslations("value");
  const first = headlineSegment(value.segments);
  if (value.segments.length === 0) return null;
  return (
    <Figure
      title={
        first
          ? t("segmentFinding", {
              subject: t(`segmentSubjects.${first.segment}`),
              customers: formats.wholeShare(first.customerShare),
              revenue: formats.wholeShare(first.revenueShare),
            })
          : t("noSegmentFinding")
      }
      caption={t("segmentsCaption", {
        count: value.customersWithOrders,
        customers: formats.number(value.customersWithOrders),
      })}
      csvHref={csvHref}
      hasPadding={false}
    >
      <Table label={t("segmentsTable")}>
        <thead>
          <tr>
            <Th>{t("segment")}</Th>
            <Th align="end" className="max-sm:hidden">
              {t("customers")}
            </Th>
            <Th align="end">{t("revenueEach")}</Th>
            <Th className="max-sm:hidden">{t("interval95")}</Th>
            <Th>
              {t("shareOfRevenue")}{" "}
              <span className="font-normal max-sm:block">│ {t("shareOfCustomers")}</span>
            </Th>
            <Th align="end" className="max-sm:hidden">
              {t("revenue")}
            </Th>
            {value.profitMinor !== null && <Th align="end">{t("profit")}</Th>}
          </tr>
        </thead>
        <tbody>
          {value.segments.map((segment) => (
            <SegmentRow
              key={segment.segment}
              segment={segment}
              formats={formats}
              href={`${customersHref}?segment=${segment.segment}`}
              scale={widest(value.segments)}
            />
          ))}
        </tbody>
        <TotalRow value={value} formats={formats} />
      </Table>
    </Figure>
  );
}

/** Bars share one scale: the longest bar or mark takes nine tenths. */
function widest(segments: readonly SegmentValue[]): number {
  return (
    Math.max(
      ...segments.flatMap(({ revenueShare, customerShare }) => [revenueShare, customerShare]),
    ) / 0.9
  );
}

type SegmentRowProps = {
  segment: SegmentValue;
  formats: ValueFormats;
  href: string;
  scale: number;
};

function SegmentRow({ segment, formats, href, scale }: SegmentRowProps) {
  const t = useTranslations("value");
  const { money, number, share } = formats;
  const { revenueShare, customerShare } = segment;
  return (
    <tr>
      <RowTh className="py-1.5">
        <Link href={href} isPlain>
          {t(`segments.${segment.segment}`)}
        </Link>
        <span className="block text-2xs text-muted max-xl:hidden">
          {t(`segmentMeanings.${segment.segment}`)}
        </span>
        <span className="block text-2xs text-muted sm:hidden">{number(segment.customers)}</span>
      </RowTh>
      <Td align="end" className="max-sm:hidden">
        {number(segment.customers)}
      </Td>
      <Td align="end" className="whitespace-nowrap">
        <span className="font-medium">{money(segment.revenuePerCustomerMinor)}</span>
        <span className="block text-2xs text-muted sm:hidden">
          {formats.interval(segment.revenuePerCustomerInterval)}
        </span>
      </Td>
      <Td className="max-sm:hidden text-2xs text-muted whitespace-nowrap">
        {formats.interval(segment.revenuePerCustomerInterval)}
      </Td>
      <Td>
        <span className="flex items-center gap-3 whitespace-nowrap">
          <ShareBar
            share={revenueShare / scale}
            mark={customerShare / scale}
            className="w-32 shrink-0 max-sm:hidden print:w-12"
          />
          <span>
            <span className="font-medium">{share(revenueShare)}</span>
            <span className="text-muted"> │ {share(customerShare)}</span>
          </span>
        </span>
      </Td>
      <Td align="end" className="max-sm:hidden">
        {money(segment.revenueMinor)}
      </Td>
      {segment.profitMinor !== null && <Td align="end">{money(segment.profitMinor)}</Td>}
    </tr>
  );
}

function TotalRow({ value, formats }: { value: ValueOverview; formats: ValueFormats }) {
  const t = useTranslations("value");
  const { money, number, share } = formats;
  return (
    <tfoot>
      <tr>
        <RowTh>{t("allWithOrders")}</RowTh>
        <Td align="end" className="max-sm:hidden">
          {number(value.customersWithOrders)}
        </Td>
        <Td align="end">{money(value.revenuePerCustomerMinor)}</Td>
        <Td className="max-sm:hidden text-2xs font-normal! text-muted whitespace-nowrap">
          {formats.interval(value.revenuePerCustomerInterval)}
        </Td>
        <Td>{share(1)}</Td>
        <Td align="end" className="max-sm:hidden">
          {money(value.revenueMinor)}
        </Td>
        {value.profitMinor !== null && <Td align="end">{money(value.profitMinor)}</Td>}
      </tr>
    </tfoot>
  );
}
