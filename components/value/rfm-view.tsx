import { useTranslations } from "next-intl";
import { Figure } from "#components/charts/figure.tsx";
import { HeatGrid, HeatKey } from "#components/charts/heat-grid.tsx";
import type { HeatScale } from "#components/charts/heat-step.ts";
import { Link } from "#components/ui/link.tsx";
import { ShareBar } from "#components/ui/share-bar.tsx";
import { RowTh, Td, Th } from "#components/ui/table.tsx";
import { fullestCell, SCORES } from "#lib/value/rfm-grid.ts";
import type { RfmCell, RfmGrid } from "#lib/value/types.ts";
import { CountLink } from "./count-link.tsx";
import { RatesInForce, ValueDefinition } from "./value-definition.tsx";
import { type ValueFormats, valueFormats } from "./value-formats.ts";

export type RfmViewProps = { grid: RfmGrid; slug: string; locale: string };

/** The 125 cells of recency, frequency and monetary scores: how many customers stand in each, and under which name. */
export function RfmView({ grid, slug, locale }: RfmViewProps) {
  const t = useTranslations("value");
  const formats = valueFormats(grid.value.currency, locale);
  const customersHref = `/w/${slug}/customers`;
  const fullest = fullestCell(grid);
  const scale = { kind: "sequential", low: 0, high: heat(fullest?.cell.customers ?? 0) } as const;
  const count = grid.value.customersWithOrders;
  return (
    <Figure
      title={
        fullest
          ? t("rfmFinding", {
              held: fullest.held,
              cell: cellName(fullest.cell),
              segment: t(`segments.${fullest.cell.segment}`),
              customers: formats.number(fullest.cell.customers),
            })
          : t("rfmNobody")
      }
      caption={t("rfmCaption", { count, customers: formats.number(count) })}
      exportHref={`/w/${slug}/value/export/rfm`}
      table={{
        label: t("rfmTable"),
        content: <RfmRows grid={grid} formats={formats} customersHref={customersHref} />,
      }}
    >
      <HeatKey scale={scale} lowName={t("fewCustomers")} highName={t("manyCustomers")} />
      <div className="mt-4 grid grid-cols-1 gap-x-8 gap-y-6 xl:grid-cols-2">
        {SCORES.map((monetary) => (
          <Panel key={monetary} {...{ grid, monetary, formats, customersHref, scale }} />
        ))}
        <SegmentKey grid={grid} formats={formats} customersHref={customersHref} />
      </div>
      <ValueDefinition basis={grid.value} measure="revenue" formats={formats} className="mt-5" />
      {grid.value.profitMinor !== null && (
        <p className="mt-1 text-2xs text-pretty text-muted">
          <b className="font-semibold text-text">{t("definitions.profit")}</b>{" "}
          <RatesInForce rates={grid.value.rates} formats={formats} />
        </p>
      )}
    </Figure>
  );
}

type PartProps = { grid: RfmGrid; formats: ValueFormats; customersHref: string };

/** Counts differ by powers of ten: their root keeps the small ones apart. */
function heat(customers: number): number {
  return Math.sqrt(customers);
}

function cellName({ recency, frequency, monetary }: RfmCell): string {
  return `${recency}-${frequency}-${monetary}`;
}

function cellHref(customersHref: string, { recency, frequency, monetary }: RfmCell): string {
  return `${customersHref}?recency=${recency}&frequency=${frequency}&monetary=${monetary}`;
}

/** One monetary score: recency down, frequency across. */
function Panel(props: PartProps & { monetary: number; scale: HeatScale }) {
  const { grid, monetary, formats, customersHref, scale } = props;
  const t = useTranslations("value");
  const cells = grid.cells.filter((cell) => cell.monetary === monetary);
  const customers = cells.reduce((sum, cell) => sum + cell.customers, 0);
  return (
    <section className="min-w-0">
      <h3 className="mb-2 text-xs">
        {t("monetaryPanel", { score: monetary })}{" "}
        <span className="font-normal text-muted tabular-nums">
          {customers === 0 ? (
            t("nCustomers", { count: 0, customers: formats.number(0) })
          ) : (
            <CountLink
              href={`${customersHref}?monetary=${monetary}`}
              of={t("monetaryPanel", { score: monetary })}
            >
              {t("nCustomers", { count: customers, customers: formats.number(customers) })}
            </CountLink>
          )}
        </span>
      </h3>
      <HeatGrid
        label={t("monetaryPanel", { score: monetary })}
        corner={t("recency")}
        columns={SCORES.toReversed().map((score) => ({
          key: String(score),
          name: t("frequencyScore", { score }),
        }))}
        rows={SCORES.map((score) => ({
          key: String(score),
          name: t("recencyScore", { score }),
          cells: cells
            .filter(({ recency }) => recency === score)
            .map((cell) => ({
              value: cell.customers === 0 ? null : heat(cell.customers),
              name: t(`segments.${cell.segment}`),
              text: formats.number(cell.customers),
              ...(cell.customers === 0
                ? {}
                : {
                    note: formats.money(cell.revenueMinor),
                    link: {
                      href: cellHref(customersHref, cell),
                      lead: t("cellLead", { cell: cellName(cell) }),
                    },
                  }),
            })),
        }))}
        scale={scale}
      />
    </section>
  );
}

/** What each name means, and how many customers carry it. */
function SegmentKey({ grid, formats, customersHref }: PartProps) {
  const t = useTranslations("value");
  const { segments } = grid.value;
  return (
    <section className="min-w-0">
      <h3 className="mb-2 text-xs">{t("segmentKey")}</h3>
      <dl className="text-xs tabular-nums">
        {segments.map(({ segment, customers, customerShare }) => (
          <div
            key={segment}
            className="flex flex-wrap items-center gap-x-3 border-b border-hairline py-1 last:border-b-0"
          >
            <dt className="min-w-0 flex-1 basis-40 wrap-anywhere">
              <Link
                href={`${customersHref}?segment=${segment}`}
                isPlain
                className="py-1 max-sm:py-3.5"
              >
                {t(`segments.${segment}`)}
              </Link>
              <span className="block text-2xs text-muted">{t(`segmentMeanings.${segment}`)}</span>
            </dt>
            <dd className="ms-auto flex flex-wrap items-center justify-end gap-x-3">
              <ShareBar share={customerShare} className="w-24 max-sm:hidden" />
              <span className="min-w-12 text-end">
                <CountLink
                  href={`${customersHref}?segment=${segment}`}
                  of={t(`segments.${segment}`)}
                >
                  {formats.number(customers)}
                </CountLink>
              </span>
              <span className="min-w-12 text-end text-muted">{formats.share(customerShare)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function RfmRows({ grid, formats, customersHref }: PartProps) {
  const t = useTranslations("value");
  const hasProfit = grid.value.profitMinor !== null;
  return (
    <>
      <thead>
        <tr>
          <Th>{t("rfmCell")}</Th>
          <Th>{t("segment")}</Th>
          <Th align="end">{t("customers")}</Th>
          <Th align="end">{t("orders")}</Th>
          <Th align="end">{t("revenue")}</Th>
          {hasProfit && (
            <Th align="end" className="whitespace-normal">
              {t("profit")}
            </Th>
          )}
        </tr>
      </thead>
      <tbody>
        {grid.cells.map((cell) => (
          <tr key={cellName(cell)}>
            <RowTh>{cellName(cell)}</RowTh>
            <Td>{t(`segments.${cell.segment}`)}</Td>
            <Td align="end">
              {cell.customers === 0 ? (
                formats.number(0)
              ) : (
                <Link href={cellHref(customersHref, cell)} prefetch={false}>
                  {formats.number(cell.customers)}
                </Link>
              )}
            </Td>
            <Td align="end">{formats.number(cell.orderCount)}</Td>
            <Td align="end">{formats.exactMoney(cell.revenueMinor)}</Td>
            {hasProfit && <Td align="end">{formats.exactMoney(cell.profitMinor)}</Td>}
          </tr>
        ))}
      </tbody>
    </>
  );
}
