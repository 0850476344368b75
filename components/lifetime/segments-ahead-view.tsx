import { useTranslations } from "next-intl";
import { Figure } from "#components/charts/figure.tsx";
import { Link } from "#components/ui/link.tsx";
import { ShareBar } from "#components/ui/share-bar.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import { CountLink } from "#components/value/count-link.tsx";
import { type ValueFormats, valueFormats } from "#components/value/value-formats.ts";
import type { RunDetail, SegmentsAhead } from "#lib/clv-runs/index.ts";
import { isSegment, type Segment, type SegmentValue } from "#lib/value/types.ts";
import { RunDefinition } from "./run-definition.tsx";

export type SegmentsAheadViewProps = {
  ahead: SegmentsAhead;
  /** What the segments have brought so far */
  soFar: readonly SegmentValue[];
  slug: string;
  locale: string;
};

type Row = {
  segment: Segment;
  customers: number;
  valueMinor: number;
  atRiskMinor: number | null;
  customerShare: number;
  valueShare: number | null;
  atRiskShare: number | null;
  soFar: SegmentValue | null;
};

/** What RFM segments will be worth against how many they are, what could leave, and what they have earned so far. */
export function SegmentsAheadView({ ahead, soFar, slug, locale }: SegmentsAheadViewProps) {
  const t = useTranslations("lifetime");
  const { run } = ahead;
  const formats = valueFormats(run.currency, locale);
  const rows = rowsOf(ahead, soFar);
  const customers = formats.number(run.customers);
  return (
    <>
      <Figure
        title={<Finding rows={rows} formats={formats} />}
        caption={t("segments.caption", { customers })}
        exportHref={`/w/${slug}/value/segments/export`}
        hasPadding={false}
      >
        <Table label={t("segments.table")}>
          <SegmentsHead />
          <tbody>
            {rows.map((row) => (
              <SegmentRow
                key={row.segment}
                row={row}
                run={run}
                formats={formats}
                href={`/w/${slug}/customers?segment=${row.segment}`}
                scale={scaleOf(rows)}
              />
            ))}
          </tbody>
          <SegmentsTotal run={run} formats={formats} href={`/w/${slug}/customers`} />
        </Table>
      </Figure>
      <p className="text-2xs text-muted">
        <RunDefinition run={run} formats={formats} /> {t("segments.note")}
      </p>
    </>
  );
}

function rowsOf({ run, segments }: SegmentsAhead, soFar: readonly SegmentValue[]): Row[] {
  const totals = { value: run.totals?.valueMinor ?? 0, atRisk: run.totals?.atRiskMinor ?? 0 };
  return segments.flatMap(({ segment, ...row }) => {
    if (!isSegment(segment)) return [];
    return {
      ...row,
      segment,
      customerShare: shareOf(row.customers, run.customers ?? 0) ?? 0,
      valueShare: shareOf(row.valueMinor, totals.value),
      atRiskShare: shareOf(row.atRiskMinor, totals.atRisk),
      soFar: soFar.find((each) => each.segment === segment) ?? null,
    };
  });
}

function shareOf(part: number | null, whole: number): number | null {
  return part === null || whole <= 0 ? null : part / whole;
}

/** Bars share one scale: the longest bar or mark takes nine tenths. */
function scaleOf(rows: readonly Row[]): number {
  return Math.max(...rows.flatMap((row) => [row.customerShare, row.valueShare ?? 0])) / 0.9;
}

/** The segment whose share of value is furthest above its share of customers. */
function Finding({ rows, formats }: { rows: readonly Row[]; formats: ValueFormats }) {
  const t = useTranslations("lifetime");
  const names = useTranslations("value");
  const [first] = rows
    .filter(({ segment }) => segment !== "no_orders")
    .toSorted(
      (a, b) => (b.valueShare ?? 0) - b.customerShare - ((a.valueShare ?? 0) - a.customerShare),
    );
  if (!first || first.valueShare === null || first.segment === "no_orders")
    return t("segments.noFinding");
  return t("segments.finding", {
    subject: names(`segmentSubjects.${first.segment}`),
    customers: formats.wholeShare(first.customerShare),
    value: formats.wholeShare(first.valueShare),
    isAtRisk: first.atRiskShare === null ? "no" : "yes",
    atRisk: formats.wholeShare(first.atRiskShare),
  });
}

function SegmentsHead() {
  const t = useTranslations("lifetime");
  return (
    <thead>
      <tr>
        <Th>{t("segments.segment")}</Th>
        <Th align="end" className="max-sm:hidden">
          {t("segments.customers")}
        </Th>
        <Th align="end">{t("segments.each")}</Th>
        <Th className="max-sm:hidden">
          {t("segments.shareOfClv")} │ {t("segments.shareOfCustomers")}
        </Th>
        <Th align="end">{t("atRisk")}</Th>
        <Th align="end" className="max-lg:hidden">
          {t("segments.revenue")}
        </Th>
        <Th align="end" className="max-lg:hidden">
          {t("segments.goods")}
        </Th>
        <Th align="end" className="max-lg:hidden">
          {t("segments.cost")}
        </Th>
        <Th align="end" className="max-lg:hidden">
          {t("segments.profit")}
        </Th>
      </tr>
    </thead>
  );
}

type SegmentRowProps = {
  row: Row;
  run: RunDetail;
  formats: ValueFormats;
  href: string;
  scale: number;
};

function SegmentRow({ row, run, formats, href, scale }: SegmentRowProps) {
  const names = useTranslations("value");
  const { number, share, money } = formats;
  const name = names(`segments.${row.segment}`);
  return (
    <tr>
      <RowTh>
        <Link href={href} isPlain>
          {name}
        </Link>
        <span className="block text-2xs text-muted sm:hidden">
          {number(row.customers)} · {share(row.valueShare)} │ {share(row.customerShare)}
        </span>
      </RowTh>
      <Td align="end" className="max-sm:hidden">
        <CountLink href={href} of={name}>
          {number(row.customers)}
        </CountLink>
      </Td>
      <EachCell row={row} run={run} formats={formats} />
      <Td className="max-sm:hidden">
        <span className="flex items-center gap-3 whitespace-nowrap">
          <ShareBar
            share={(row.valueShare ?? 0) / scale}
            mark={row.customerShare / scale}
            className="w-20 shrink-0 max-xl:hidden print:w-12"
          />
          <span>
            <span className="font-medium">{share(row.valueShare)}</span>
            <span className="text-muted"> │ {share(row.customerShare)}</span>
          </span>
        </span>
      </Td>
      <Td align="end">{money(row.atRiskMinor)}</Td>
      <SoFarCells soFar={row.soFar} formats={formats} />
    </tr>
  );
}

/** All customers of the run. */
function SegmentsTotal({ run, formats, href }: Pick<SegmentRowProps, "run" | "formats" | "href">) {
  const t = useTranslations("lifetime");
  const { totals, customers } = run;
  if (!(totals && customers)) return null;
  const all = { customers, valueMinor: totals.valueMinor };
  return (
    <tfoot>
      <tr>
        <RowTh>
          <Link href={href} isPlain>
            {t("segments.all")}
          </Link>
        </RowTh>
        <Td align="end" className="max-sm:hidden">
          {formats.number(customers)}
        </Td>
        <EachCell row={all} run={run} formats={formats} />
        <Td className="max-sm:hidden">{formats.money(totals.valueMinor)}</Td>
        <Td align="end">{formats.money(totals.atRiskMinor)}</Td>
        <Td colSpan={4} className="max-lg:hidden" />
      </tr>
    </tfoot>
  );
}

type EachCellProps = Pick<SegmentRowProps, "run" | "formats"> & {
  row: Pick<Row, "customers" | "valueMinor">;
};

/** CLV each with the interval of the whole, in proportion. */
function EachCell({ row, run, formats }: EachCellProps) {
  const { totals } = run;
  const each = row.valueMinor / row.customers;
  const interval = totals?.interval;
  const bounds =
    totals && interval && totals.valueMinor > 0
      ? ([
          (each * interval[0]) / totals.valueMinor,
          (each * interval[1]) / totals.valueMinor,
        ] as const)
      : null;
  return (
    <Td align="end" className="whitespace-nowrap">
      <span className="font-medium">{formats.money(each)}</span>
      <span className="block text-2xs text-muted">{formats.interval(bounds)}</span>
    </Td>
  );
}

/** Revenue − goods − cost to serve = profit, of all orders so far. */
function SoFarCells({ soFar, formats: { money } }: { soFar: Row["soFar"]; formats: ValueFormats }) {
  const margin = soFar?.marginMinor ?? null;
  const goods = soFar && margin !== null ? soFar.revenueMinor - margin : null;
  const amounts = {
    revenue: soFar?.revenueMinor ?? null,
    goods,
    cost: soFar?.costToServeMinor ?? null,
    profit: soFar?.profitMinor ?? null,
  };
  return Object.entries(amounts).map(([key, minor]) => (
    <Td key={key} align="end" className="max-lg:hidden">
      {money(minor)}
    </Td>
  ));
}
