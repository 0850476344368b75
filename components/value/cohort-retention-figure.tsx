import { useTranslations } from "next-intl";
import { DataRows } from "#components/charts/data-rows.tsx";
import { Figure } from "#components/charts/figure.tsx";
import { HeatGrid, type HeatGridCell, HeatKey } from "#components/charts/heat-grid.tsx";
import type { HeatScale } from "#components/charts/heat-step.ts";
import { laterRetention } from "#lib/value/later-retention.ts";
import type { CohortCell, CohortTable } from "#lib/value/types.ts";
import { useCohortNames } from "./cohort-names.ts";
import { ValueDefinition } from "./value-definition.tsx";
import type { ValueFormats } from "./value-formats.ts";

export type CohortRetentionFigureProps = {
  table: CohortTable;
  formats: ValueFormats;
  csvHref: string;
};

/** Which share of each cohort ordered again in each period since. */
export function CohortRetentionFigure(props: CohortRetentionFigureProps) {
  const { table, formats, csvHref } = props;
  const t = useTranslations("value");
  const scale = scaleOf(table);
  return (
    <Figure
      title={<RetentionFinding table={table} formats={formats} />}
      caption={t(`retentionCaption.${table.period}`)}
      csvHref={csvHref}
      table={{
        label: t("retentionTable"),
        content: <RetentionRows table={table} formats={formats} />,
      }}
    >
      <HeatKey
        scale={scale}
        lowName={formats.wholeShare(scale.low)}
        highName={formats.wholeShare(scale.high)}
      />
      <RetentionGrid table={table} formats={formats} scale={scale} />
      <p className="mt-3 text-2xs text-muted">{t(`cohortsNote.${table.period}`)}</p>
      <ValueDefinition basis={table.value} measure="revenue" formats={formats} className="mt-1" />
    </Figure>
  );
}

type PartProps = Pick<CohortRetentionFigureProps, "table" | "formats">;

function RetentionFinding({ table, formats }: PartProps) {
  const t = useTranslations("value");
  const later = laterRetention(table);
  if (!later) return t("noRetentionFinding");
  return t(`retentionFinding.${table.period}`, {
    share: formats.wholeShare(later.share),
    interval: formats.shareInterval(later.interval),
    n: formats.number(later.n),
  });
}

function RetentionGrid({ table, formats, scale }: PartProps & { scale: HeatScale }) {
  const t = useTranslations("value");
  const { headOf } = useCohortNames(table, formats);
  const cellOf = ({ retention, retentionInterval }: CohortCell): HeatGridCell => ({
    value: retention,
    text: formats.wholeShare(retention),
    ...(retention === null ? {} : { note: formats.shareInterval(retentionInterval) }),
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
          cells: cohort.cells.slice(1).map(cellOf),
        }))}
        scale={scale}
      />
    </div>
  );
}

function RetentionRows({ table, formats }: PartProps) {
  const t = useTranslations("value");
  const { nameOf } = useCohortNames(table, formats);
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
              formats.number(cohort.customers),
              formats.number(active),
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
