import { useTranslations } from "next-intl";
import { Figure } from "#components/charts/figure.tsx";
import { Link } from "#components/ui/link.tsx";
import { ShareBar } from "#components/ui/share-bar.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import { CountLink } from "#components/value/count-link.tsx";
import { type ValueFormats, valueFormats } from "#components/value/value-formats.ts";
import type { RunDetail, SegmentsAhead } from "#lib/clv-runs/index.ts";
import { partInterval, partIntervalEach } from "#lib/clv-runs/part-interval.ts";
import type { Interval } from "#lib/clv-runs/types.ts";
import type { SegmentNps } from "#lib/signals/index.ts";
import { isSegment, type Segment } from "#lib/value/types.ts";
import { useMeasureWords } from "./measure-words.ts";
import { NpsCell } from "./nps-cell.tsx";
import { RunDefinition } from "./run-definition.tsx";

export type SegmentsAheadViewProps = {
  ahead: SegmentsAhead;
  slug: string;
  locale: string;
};

type Row = {
  segment: Segment;
  customers: number;
  /** null where so few customers may not be seen as one */
  valueMinor: number | null;
  deviationMinor: number | null;
  atRiskMinor: number | null;
  atRiskDeviationMinor: number | null;
  customerShare: number;
  valueShare: number | null;
  atRiskShare: number | null;
  nps: SegmentNps | null;
};

/** What RFM segments will be worth against how many they are, what could leave, and how they score. */
export function SegmentsAheadView({ ahead, slug, locale }: SegmentsAheadViewProps) {
  const t = useTranslations("lifetime");
  const { run } = ahead;
  const words = useMeasureWords()(run);
  const formats = valueFormats(run.currency, locale);
  const rows = rowsOf(ahead);
  const customers = formats.number(run.customers);
  return (
    <>
      <Figure
        title={<Finding rows={rows} run={run} formats={formats} />}
        caption={t("segments.caption", { ...words, customers })}
        exportHref={`/w/${slug}/value/segments/export`}
        hasPadding={false}
      >
        <Table label={t("segments.table")}>
          <SegmentsHead run={run} />
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
          <SegmentsTotal
            run={run}
            nps={npsOf(ahead, null)}
            formats={formats}
            href={`/w/${slug}/customers`}
          />
        </Table>
      </Figure>
      <p className="text-2xs text-muted">
        <RunDefinition run={run} formats={formats} />{" "}
        {t(ahead.nps.length === 0 ? "segments.npsNone" : "segments.npsNote")}
      </p>
    </>
  );
}

function npsOf({ nps }: SegmentsAhead, segment: string | null): SegmentNps | null {
  return nps.find((each) => each.segment === segment) ?? null;
}

function rowsOf(ahead: SegmentsAhead): Row[] {
  const { run, segments } = ahead;
  const totals = { value: run.totals?.valueMinor ?? 0, atRisk: run.totals?.atRiskMinor ?? 0 };
  return segments.flatMap(({ segment, ...row }) => {
    if (!isSegment(segment)) return [];
    return {
      ...row,
      segment,
      customerShare: shareOf(row.customers, run.customers ?? 0) ?? 0,
      valueShare: shareOf(row.valueMinor, totals.value),
      atRiskShare: shareOf(row.atRiskMinor, totals.atRisk),
      nps: npsOf(ahead, segment),
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

type FindingProps = { rows: readonly Row[]; run: RunDetail; formats: ValueFormats };

/** The segment whose share of value is furthest above its share of customers. */
function Finding({ rows, run, formats }: FindingProps) {
  const t = useTranslations("lifetime");
  const { name } = useMeasureWords()(run);
  const names = useTranslations("value");
  const [first] = rows
    .filter((row) => !isWithoutOrders(row))
    .toSorted(
      (a, b) => (b.valueShare ?? 0) - b.customerShare - ((a.valueShare ?? 0) - a.customerShare),
    );
  if (!first || first.valueShare === null || first.segment === "no_orders")
    return t(rows.every(isWithoutOrders) ? "segments.noOrders" : "segments.noFinding", { name });
  return t("segments.finding", {
    name,
    subject: names(`segmentSubjects.${first.segment}`),
    customers: formats.wholeShare(first.customerShare),
    value: formats.wholeShare(first.valueShare),
    isAtRisk: first.atRiskShare === null ? "no" : "yes",
    atRisk: formats.wholeShare(first.atRiskShare),
  });
}

function isWithoutOrders({ segment }: Row): boolean {
  return segment === "no_orders";
}

function SegmentsHead({ run }: { run: RunDetail }) {
  const t = useTranslations("lifetime");
  const words = useMeasureWords()(run);
  return (
    <thead>
      <tr>
        <Th
          className="max-sm:py-2 max-sm:whitespace-normal"
          note={
            <span className="block text-2xs font-normal sm:hidden">
              {t("segments.customers")} · {words.share} │ {t("segments.shareOfCustomers")}
            </span>
          }
        >
          {t("segments.segment")}
        </Th>
        <Th align="end" className="max-sm:hidden">
          {t("segments.customers")}
        </Th>
        <Th align="end">{words.each}</Th>
        <Th className="max-sm:hidden">
          {words.share} │ {t("segments.shareOfCustomers")}
        </Th>
        {words.kind === "clv" && <Th align="end">{t("atRisk")}</Th>}
        <Th align="end" className="max-sm:hidden">
          {t("segments.nps")}
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
  const { number, share } = formats;
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
      <SegmentEachCell row={row} run={run} formats={formats} />
      <Td className="max-sm:hidden">
        <span className="flex items-center gap-3 whitespace-nowrap">
          <ShareBar
            share={(row.valueShare ?? 0) / scale}
            mark={row.customerShare / scale}
            className="w-20 shrink-0 max-xl:hidden print:w-12"
          />
          <span>
            <span className="font-medium in-[tfoot]:font-semibold">{share(row.valueShare)}</span>
            <span className="text-muted"> │ {share(row.customerShare)}</span>
          </span>
        </span>
      </Td>
      <AtRiskCell row={row} run={run} formats={formats} />
      <NpsCell nps={row.nps} formats={formats} />
    </tr>
  );
}

/** All customers of the run. */
type TotalProps = Pick<SegmentRowProps, "run" | "formats" | "href"> & { nps: SegmentNps | null };

function SegmentsTotal({ run, nps, formats, href }: TotalProps) {
  const t = useTranslations("lifetime");
  const { totals, customers } = run;
  if (!(totals && customers)) return null;
  const { valueMinor, interval, atRiskMinor, atRiskDeviationMinor } = totals;
  const bounds = interval && ([interval[0] / customers, interval[1] / customers] as const);
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
        <EachCell each={valueMinor / customers} bounds={bounds} formats={formats} />
        <Td className="max-sm:hidden">{formats.money(valueMinor)}</Td>
        <AtRiskCell
          row={{ customers, atRiskMinor, atRiskDeviationMinor }}
          run={run}
          formats={formats}
        />
        <NpsCell nps={nps} formats={formats} />
      </tr>
    </tfoot>
  );
}

/** CLV each, or that there are too few customers to say. */
function SegmentEachCell({ row, run, formats }: Pick<SegmentRowProps, "row" | "run" | "formats">) {
  const t = useTranslations("lifetime");
  const { valueMinor, deviationMinor, customers } = row;
  if (valueMinor === null)
    return (
      <Td align="end" className="text-muted">
        {t("segments.fewCustomers")}
      </Td>
    );
  const bounds = partIntervalEach(run, { valueMinor, deviationMinor, customers });
  return <EachCell each={valueMinor / customers} bounds={bounds} formats={formats} />;
}

type EachCellProps = Pick<SegmentRowProps, "formats"> & { each: number; bounds: Interval | null };

/** CLV each with the interval of its own customers. */
function EachCell({ each, bounds, formats }: EachCellProps) {
  return (
    <Td align="end" className="whitespace-nowrap">
      <span className="font-medium in-[tfoot]:font-semibold">{formats.money(each)}</span>
      {bounds && (
        <span className="block text-2xs font-normal text-muted">{formats.interval(bounds)}</span>
      )}
    </Td>
  );
}

type AtRiskCellProps = Pick<SegmentRowProps, "run" | "formats"> & {
  row: Pick<Row, "customers" | "atRiskMinor" | "atRiskDeviationMinor">;
};

/** CLV at risk with the interval of its own customers, and of how many customers; no cell where nothing is foretold. */
function AtRiskCell({ row, run, formats }: AtRiskCellProps) {
  const t = useTranslations("lifetime");
  const { customers, atRiskMinor, atRiskDeviationMinor: deviationMinor } = row;
  if (run.model === "historic") return null;
  return (
    <Td align="end" className="whitespace-nowrap">
      <span className="font-medium in-[tfoot]:font-semibold">{formats.money(atRiskMinor)}</span>
      {atRiskMinor !== null && (
        <span className="block text-2xs font-normal text-muted">
          {t.rich("segments.reach", {
            // On a phone it stands under the name.
            count: (words) => <span className="max-sm:hidden">{words}</span>,
            interval: formats.interval(
              partInterval(run, { valueMinor: atRiskMinor, deviationMinor }),
            ),
            n: formats.number(customers),
          })}
        </span>
      )}
    </Td>
  );
}
