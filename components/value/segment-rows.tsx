import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "#components/ui/link.tsx";
import { ShareBar } from "#components/ui/share-bar.tsx";
import { RowTh, Td } from "#components/ui/table.tsx";
import type { Economics } from "#lib/value/economics.ts";
import type {
  Interval,
  Measure,
  PerCustomer,
  SegmentValue,
  ValueOverview,
} from "#lib/value/types.ts";
import { CountLink } from "./count-link.tsx";
import type { ValueFormats } from "./value-formats.ts";

export type SegmentRowProps = {
  segment: SegmentValue;
  measure: Measure;
  formats: ValueFormats;
  /** Its customers */
  href: string;
  /** The share that fills a bar */
  scale: number;
};

/** One segment: how many, how much each with its interval, and what it makes together. */
export function SegmentRow({ segment, measure, formats, href, scale }: SegmentRowProps) {
  const t = useTranslations("value");
  const { number, share } = formats;
  const { revenueShare, customerShare } = segment;
  const name = t(`segments.${segment.segment}`);
  return (
    <tr>
      <RowTh className="py-1.5">
        <Link href={href} isPlain>
          {name}
        </Link>
        <span className="block text-2xs text-muted max-xl:hidden">
          {t(`segmentMeanings.${segment.segment}`)}
        </span>
        <span className="block text-2xs text-muted sm:hidden">{number(segment.customers)}</span>
      </RowTh>
      <Td align="end" className="max-sm:hidden">
        <CountLink href={href} of={name}>
          {number(segment.customers)}
        </CountLink>
      </Td>
      <EachCells means={segment} measure={measure} formats={formats} />
      <Td className="max-sm:hidden">
        <span className="flex items-center gap-3 whitespace-nowrap">
          <ShareBar
            share={revenueShare / scale}
            mark={customerShare / scale}
            className="w-20 shrink-0 max-xl:hidden print:w-12"
          />
          <span>
            <span className="font-medium">{share(revenueShare)}</span>
            <span className="text-muted"> │ {share(customerShare)}</span>
          </span>
        </span>
      </Td>
      <SumCells sums={segment} formats={formats} />
    </tr>
  );
}

export type SegmentsTotalProps = {
  value: ValueOverview;
  measure: Measure;
  formats: ValueFormats;
  /** Its customers */
  href: string;
};

/** All customers with orders. */
export function SegmentsTotal({ value, measure, formats, href }: SegmentsTotalProps) {
  const t = useTranslations("value");
  const customers = formats.number(value.customersWithOrders);
  return (
    <tfoot>
      <tr>
        <RowTh>
          <Link href={href} isPlain>
            {t("allWithOrders")}
          </Link>
          <span className="block text-2xs font-normal text-muted sm:hidden">{customers}</span>
        </RowTh>
        <Td align="end" className="max-sm:hidden">
          <CountLink href={href} of={t("allWithOrders")}>
            {customers}
          </CountLink>
        </Td>
        <EachCells means={value} measure={measure} formats={formats} />
        <Td className="max-sm:hidden">{formats.share(1)}</Td>
        <SumCells sums={value} formats={formats} />
      </tr>
    </tfoot>
  );
}

type EachCellsProps = { means: PerCustomer; measure: Measure; formats: ValueFormats };

function EachCells({ means, measure, formats }: EachCellsProps) {
  const [mean, interval]: [number | null, Interval | null] =
    measure === "profit"
      ? [means.profitPerCustomerMinor, means.profitPerCustomerInterval]
      : [means.revenuePerCustomerMinor, means.revenuePerCustomerInterval];
  return (
    <>
      <Td align="end" className="whitespace-nowrap">
        <span className="font-medium">{formats.money(mean)}</span>
        <span className="block text-2xs font-normal text-muted sm:hidden">
          {formats.interval(interval)}
        </span>
      </Td>
      <Td className="max-sm:hidden text-2xs font-normal! text-muted whitespace-nowrap">
        {formats.interval(interval)}
      </Td>
    </>
  );
}

type SumCellsProps = { sums: Economics & { revenueMinor: number }; formats: ValueFormats };

/** What is not set has no column; on a phone profit stands under revenue. */
function SumCells({ sums, formats: { money } }: SumCellsProps) {
  const cell = (minor: number | null, className: string, note?: ReactNode) =>
    minor !== null && (
      <Td align="end" className={className}>
        {money(minor)}
        {note}
      </Td>
    );
  const profit = sums.profitMinor !== null && (
    <span className="block text-2xs font-normal text-muted sm:hidden">
      {money(sums.profitMinor)}
    </span>
  );
  return (
    <>
      {cell(sums.revenueMinor, "whitespace-nowrap", profit)}
      {cell(sums.marginMinor, "max-lg:hidden")}
      {cell(sums.costToServeMinor, "max-lg:hidden")}
      {cell(sums.profitMinor, "max-sm:hidden")}
    </>
  );
}
