import { useTranslations } from "next-intl";
import { DataRows } from "#components/charts/data-rows.tsx";
import { Figure } from "#components/charts/figure.tsx";
import { HeatGrid, type HeatGridCell, HeatKey } from "#components/charts/heat-grid.tsx";
import type { ValueQuery } from "#lib/value/filter.ts";
import type { CohortCell, CohortTable, Measure } from "#lib/value/types.ts";
import { useCohortNames } from "./cohort-names.ts";
import { CountLink } from "./count-link.tsx";
import { MeasureLinks } from "./measure-links.tsx";
import { ValueDefinition } from "./value-definition.tsx";
import type { ValueFormats } from "./value-formats.ts";

export type CohortValueFigureProps = {
  table: CohortTable;
  query: ValueQuery;
  formats: ValueFormats;
  /** The page without a query */
  href: string;
  exportHref: string;
  /** The customers list of the workspace */
  customersHref: string;
};

/** What a customer of each cohort has brought by the end of each period since, cumulative. */
export function CohortValueFigure(props: CohortValueFigureProps) {
  const { table, query, formats, href, exportHref, customersHref } = props;
  const t = useTranslations("value");
  const { withSegment } = useCohortNames(table, { formats, customersHref });
  const hasProfit = table.value.profitMinor !== null;
  const measure = hasProfit ? query.measure : "revenue";
  const scale = scaleOf(table, measure);
  const count = table.cohorts.reduce((sum, { customers }) => sum + customers, 0);
  return (
    <Figure
      title={<SoFarFinding {...{ table, formats, customersHref, measure }} />}
      caption={withSegment(t(`soFarCaption.${table.period}`))}
      exportHref={exportHref}
      table={{
        label: t(`soFarTitle.${measure}`),
        content: <ValueRows {...{ table, formats, customersHref, measure }} />,
      }}
    >
      <div className="mb-4 flex flex-wrap items-center gap-x-6 gap-y-3">
        {hasProfit && <MeasureLinks query={query} href={href} />}
        <HeatKey
          scale={scale}
          lowName={formats.money(scale.low)}
          highName={formats.money(scale.high)}
        />
      </div>
      <ValueGrid {...{ table, formats, customersHref, measure, scale }} />
      <ValueDefinition
        basis={{ ...table.value, customersWithOrders: count }}
        measure={measure}
        formats={formats}
        className="mt-4"
      />
    </Figure>
  );
}

type PartProps = Pick<CohortValueFigureProps, "table" | "formats" | "customersHref"> & {
  measure: Measure;
};

/** What customers of the oldest cohort have brought by the last period that is known of it. */
function SoFarFinding({ table, formats, customersHref, measure }: PartProps) {
  const t = useTranslations("value");
  const { nameOf } = useCohortNames(table, { formats, customersHref });
  const known = oldestKnown(table, measure);
  if (!known) return t(`soFarTitle.${measure}`);
  const { cohort, cell } = known;
  const { mean, interval } = meansOf(cell, measure);
  return t("soFarFinding", {
    ...{ measure, period: table.period, offset: formats.number(cell.offset) },
    ...{ cohort: nameOf(cohort), customers: formats.number(cohort.customers) },
    ...{ amount: formats.money(mean), interval: formats.interval(interval) },
  });
}

function oldestKnown({ cohorts }: CohortTable, measure: Measure) {
  const known = cohorts.flatMap((cohort) => {
    const cell = cohort.cells.findLast((each) => meansOf(each, measure).mean !== null);
    return cell ? [{ cohort, cell }] : [];
  });
  return known.toSorted((one, other) =>
    one.cohort.startOn.localeCompare(other.cohort.startOn, "en"),
  )[0];
}

function ValueGrid(props: PartProps & { scale: ReturnType<typeof scaleOf> }) {
  const { table, formats, customersHref, measure, scale } = props;
  const t = useTranslations("value");
  const { headOf } = useCohortNames(table, { formats, customersHref });
  const cellOf = (cell: CohortCell): HeatGridCell => {
    const { mean, interval } = meansOf(cell, measure);
    return {
      value: mean,
      text: formats.money(mean),
      ...(mean === null ? {} : { note: formats.shortInterval(interval) }),
    };
  };
  return (
    <HeatGrid
      label={t(`soFarTitle.${measure}`)}
      corner={t("cohort")}
      columns={table.offsets.map((offset) => ({ key: String(offset), name: `+${offset}` }))}
      rows={table.cohorts.map((cohort) => ({
        ...headOf(cohort),
        cells: cohort.cells.map(cellOf),
      }))}
      scale={scale}
    />
  );
}

function ValueRows({ table, formats, customersHref, measure }: PartProps) {
  const t = useTranslations("value");
  const { nameOf, hrefOf } = useCohortNames(table, { formats, customersHref });
  return (
    <DataRows
      head={[
        t("cohort"),
        t(`since.${table.period}`),
        t("customers"),
        t(`${measure}Each`),
        t("interval95"),
      ]}
      rows={table.cohorts.flatMap((cohort) =>
        cohort.cells
          .filter((cell) => meansOf(cell, measure).mean !== null)
          .map((cell) => ({
            key: `${cohort.startOn} ${cell.offset}`,
            cells: [
              nameOf(cohort),
              formats.number(cell.offset),
              <CountLink key="all" href={hrefOf(cohort)} of={nameOf(cohort)}>
                {formats.number(cohort.customers)}
              </CountLink>,
              formats.exactMoney(meansOf(cell, measure).mean),
              formats.interval(meansOf(cell, measure).interval),
            ],
          })),
      )}
    />
  );
}

function meansOf(cell: CohortCell, measure: Measure) {
  return measure === "profit"
    ? { mean: cell.profitPerCustomerMinor, interval: cell.profitPerCustomerInterval }
    : { mean: cell.revenuePerCustomerMinor, interval: cell.revenuePerCustomerInterval };
}

function scaleOf({ cohorts }: CohortTable, measure: Measure) {
  const known = cohorts.flatMap(({ cells }) =>
    cells.flatMap((cell) => meansOf(cell, measure).mean ?? []),
  );
  return {
    kind: "sequential",
    low: Math.min(0, ...known),
    high: Math.max(1, ...known),
  } as const;
}
