import { useTranslations } from "next-intl";
import { DataRows } from "#components/charts/data-rows.tsx";
import { Figure } from "#components/charts/figure.tsx";
import { HeatGrid, type HeatGridCell, HeatKey } from "#components/charts/heat-grid.tsx";
import type { HeatScale } from "#components/charts/heat-step.ts";
import { addPeriods } from "#lib/value/cohort-periods.ts";
import { inSegment, ofCohort } from "#lib/value/customers-behind.ts";
import { laterRetention } from "#lib/value/later-retention.ts";
import type { Cohort, CohortCell, CohortTable } from "#lib/value/types.ts";
import { useCohortNames } from "./cohort-names.ts";
import { CountLink } from "./count-link.tsx";
import type { ValueFormats } from "./value-formats.ts";

export type CohortRetentionFigureProps = {
  table: CohortTable;
  formats: ValueFormats;
  exportHref: string;
  /** The customers list of the workspace: "/w/alder/customers" */
  customersHref: string;
};

/** Which share of each cohort ordered again in each period since. */
export function CohortRetentionFigure(props: CohortRetentionFigureProps) {
  const { table, formats, exportHref, customersHref } = props;
  const t = useTranslations("value");
  const { withSegment } = useCohortNames(table, { formats, customersHref });
  const scale = scaleOf(table);
  return (
    <Figure
      title={<RetentionFinding table={table} formats={formats} />}
      caption={withSegment(t(`retentionCaption.${table.period}`))}
      exportHref={exportHref}
      table={{
        label: t("retentionTable"),
        content: <RetentionRows {...{ table, formats, customersHref }} />,
      }}
    >
      <HeatKey
        scale={scale}
        lowName={formats.wholeShare(scale.low)}
        highName={formats.wholeShare(scale.high)}
      />
      <RetentionGrid {...{ table, formats, customersHref, scale }} />
      <p className="mt-3 text-2xs text-muted">{t(`cohortsNote.${table.period}`)}</p>
      <RetentionDefinition table={table} formats={formats} />
    </Figure>
  );
}

type PartProps = Pick<CohortRetentionFigureProps, "table" | "formats" | "customersHref">;

/** What the share is a share of. */
function RetentionDefinition({ table, formats }: Omit<PartProps, "customersHref">) {
  const t = useTranslations("value");
  const count = table.cohorts.reduce((sum, { customers }) => sum + customers, 0);
  return (
    <p className="mt-1 text-2xs text-pretty text-muted">
      <b className="font-semibold text-text">{t("retentionTerm")}</b>{" "}
      {t(`retentionDefinition.${table.period}`, {
        day: formats.day(table.value.asOfOn),
        count,
        customers: formats.number(count),
      })}
    </p>
  );
}

function RetentionFinding({ table, formats }: Omit<PartProps, "customersHref">) {
  const t = useTranslations("value");
  const later = laterRetention(table);
  if (!later) return t("noRetentionFinding");
  return t(`retentionFinding.${table.period}`, {
    share: formats.wholeShare(later.share),
    interval: formats.shareInterval(later.interval),
    n: formats.number(later.n),
  });
}

function RetentionGrid({ table, formats, customersHref, scale }: PartProps & { scale: HeatScale }) {
  const t = useTranslations("value");
  const { headOf, nameOf, periodName } = useCohortNames(table, { formats, customersHref });
  const linkOf = (cohort: Cohort, { offset, active }: CohortCell) => ({
    href: customersHref + inSegment(ofCohort(cohort.startOn, table.period, offset), table.segment),
    lead: t("cohortLead", {
      count: active ?? 0,
      customers: formats.number(active),
      cohort: nameOf(cohort),
      period: periodName(addPeriods(cohort.startOn, offset, table.period)),
    }),
  });
  const cellOf = (cohort: Cohort, cell: CohortCell): HeatGridCell => ({
    value: cell.retention,
    text: formats.wholeShare(cell.retention),
    ...(cell.retention === null ? {} : { note: formats.shareInterval(cell.retentionInterval) }),
    ...(cell.active ? { link: linkOf(cohort, cell) } : {}),
  });
  return (
    <div className="mt-4">
      <HeatGrid
        label={t("retentionTable")}
        corner={t("cohort")}
        columns={table.offsets.slice(1).map((offset) => ({
          key: String(offset),
          name: `+${offset}`,
        }))}
        rows={table.cohorts.map((cohort) => ({
          ...headOf(cohort),
          cells: cohort.cells.slice(1).map((cell) => cellOf(cohort, cell)),
        }))}
        scale={scale}
      />
    </div>
  );
}

function RetentionRows({ table, formats, customersHref }: PartProps) {
  const t = useTranslations("value");
  const { nameOf, hrefOf } = useCohortNames(table, { formats, customersHref });
  return (
    <DataRows
      head={[
        t("cohort"),
        t(`since.${table.period}`),
        t("customers"),
        t("active"),
        t("retention"),
        t("interval95"),
      ]}
      rows={table.cohorts.flatMap((cohort) =>
        cohort.cells
          .filter(({ offset, active }) => offset > 0 && active !== null)
          .map(({ offset, active, retention, retentionInterval }) => ({
            key: `${cohort.startOn} ${offset}`,
            cells: [
              nameOf(cohort),
              formats.number(offset),
              <CountLink key="all" href={hrefOf(cohort)} of={nameOf(cohort)}>
                {formats.number(cohort.customers)}
              </CountLink>,
              <CountLink
                key="active"
                href={
                  active
                    ? customersHref +
                      inSegment(ofCohort(cohort.startOn, table.period, offset), table.segment)
                    : null
                }
                of={`${nameOf(cohort)} +${offset}`}
              >
                {formats.number(active)}
              </CountLink>,
              formats.share(retention),
              formats.shareInterval(retentionInterval),
            ],
          })),
      )}
    />
  );
}

/** From nobody to the highest share there is; the first period, in which everybody orders, says nothing. */
function scaleOf({ cohorts }: CohortTable) {
  const shares = cohorts.flatMap(({ cells }) =>
    cells.slice(1).flatMap((cell) => cell.retention ?? []),
  );
  return { kind: "sequential", low: 0, high: Math.max(0.05, ...shares) } as const;
}
