import { useTranslations } from "next-intl";
import { DataRows } from "#components/charts/data-rows.tsx";
import { Figure } from "#components/charts/figure.tsx";
import { HeatGrid, type HeatGridCell, HeatKey } from "#components/charts/heat-grid.tsx";
import type { HeatScale } from "#components/charts/heat-step.ts";
import { SankeyFlow } from "#components/charts/sankey-flow.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { type ValueFormats, valueFormats } from "#components/value/value-formats.ts";
import { customersMoved } from "#lib/clv-runs/customers-moved.ts";
import type { TierMigration } from "#lib/clv-runs/index.ts";
import { RunDefinition } from "./run-definition.tsx";

export type MigrationViewProps = { migration: TierMigration; slug: string; locale: string };

/** The best first; 0 stands for no score. */
const TIERS = [1, 2, 3, 4, 0] as const;

type Counted = {
  migration: TierMigration;
  /** From (row) to (column), in the order of `TIERS` */
  matrix: readonly (readonly number[])[];
  formats: ValueFormats;
  href: string;
};

/** How customers moved between tiers since the run before: as a flow, and as a matrix that leads to them. */
export function MigrationView({ migration, slug, locale }: MigrationViewProps) {
  const t = useTranslations("lifetime");
  const formats = valueFormats(migration.run.currency, locale);
  const matrix = TIERS.map((from) => TIERS.map((to) => countOf(migration, from, to)));
  const parts = { migration, matrix, formats, href: `/w/${slug}/customers` };
  return (
    <>
      {!migration.former.hasSameTerms && <Notice tone="warn">{t("migration.otherTerms")}</Notice>}
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <FlowFigure {...parts} exportHref={`/w/${slug}/value/migration/export`} />
        <MatrixFigure {...parts} exportHref={`/w/${slug}/value/migration/export`} />
      </div>
      <p className="text-2xs text-muted">
        <RunDefinition run={migration.run} formats={formats} /> {t("migration.note")}
      </p>
    </>
  );
}

function countOf({ cells }: TierMigration, from: number, to: number): number {
  const found = cells.find((cell) => (cell.from ?? 0) === from && (cell.to ?? 0) === to);
  return found?.customers ?? 0;
}

function FlowFigure({ migration, matrix, formats, exportHref }: Counted & { exportHref: string }) {
  const t = useTranslations("lifetime");
  const names = useTierNames();
  const [before, now] = [migration.former.run, migration.run].map(({ cutoffOn }) =>
    formats.day(cutoffOn),
  );
  return (
    <Figure
      title={<MigrationFinding matrix={matrix} formats={formats} />}
      caption={t("migration.caption", {
        before: before ?? "",
        now: now ?? "",
        customers: formats.number(sum(matrix.flat())),
      })}
      exportHref={exportHref}
      table={{
        label: t("migration.table"),
        content: (
          <DataRows
            head={[t("migration.from"), ...names]}
            rows={names.map((name, from) => ({
              key: name,
              cells: [name, ...(matrix[from] ?? []).map((count) => formats.number(count))],
            }))}
          />
        ),
      }}
    >
      <SankeyFlow
        label={t("migration.label", { before: before ?? "", now: now ?? "" })}
        tiers={names}
        matrix={matrix}
        before={before ?? ""}
        after={now ?? ""}
        format={{ locale: formats.locale }}
      />
    </Figure>
  );
}

function MigrationFinding({ matrix, formats }: Pick<Counted, "matrix" | "formats">) {
  const t = useTranslations("lifetime");
  const moved = (isIt: (from: number, to: number) => boolean) =>
    sum(matrix.flatMap((row, from) => row.filter((_, to) => from < 4 && to < 4 && isIt(from, to))));
  const up = moved((from, to) => to < from);
  const down = moved((from, to) => to > from);
  const stayed = moved((from, to) => to === from);
  const all = up + down + stayed;
  return t("migration.finding", {
    more: up > down ? "up" : up < down ? "down" : "same",
    up: formats.number(up),
    down: formats.number(down),
    stayed: formats.wholeShare(all === 0 ? null : stayed / all),
  });
}

function MatrixFigure({
  migration,
  matrix,
  formats,
  href,
  exportHref,
}: Counted & { exportHref: string }) {
  const t = useTranslations("lifetime");
  const names = useTierNames();
  const scale: HeatScale = { kind: "sequential", low: 0, high: 1 };
  const nameOf = (at: number) => names[at] ?? "";
  return (
    <Figure
      title={t("migration.matrixTitle", {
        best: nameOf(0),
        stayed: formats.wholeShare(shareStayed(matrix[0] ?? [], 0)),
      })}
      caption={t("migration.matrixCaption")}
      exportHref={exportHref}
    >
      <HeatGrid
        label={t("migration.table")}
        corner={t("migration.from")}
        columns={names.map((name, at) => ({ key: String(TIERS[at]), name }))}
        rows={matrix.map((row, from) => ({
          key: String(TIERS[from]),
          name: nameOf(from),
          note: t("migration.total", { customers: formats.number(sum(row)) }),
          cells: row.map((count, to): HeatGridCell => {
            if (count === 0) return { value: null, text: "–" };
            const share = count / sum(row);
            const query = customersMoved(migration, TIERS[from] ?? 0, TIERS[to] ?? 0);
            return {
              value: share,
              text: formats.number(count),
              note: formats.wholeShare(share),
              ...(query && {
                link: {
                  href: href + query,
                  lead: t("migration.lead", { from: nameOf(from), to: nameOf(to) }),
                },
              }),
            };
          }),
        }))}
        scale={scale}
      />
      <div className="mt-3">
        <HeatKey
          scale={scale}
          lowName={t("migration.fewOfRow")}
          highName={t("migration.allOfRow")}
        />
      </div>
    </Figure>
  );
}

/** 0..1 of those of a row who stand where they stood; null without anybody. */
function shareStayed(row: readonly number[], at: number): number | null {
  const all = sum(row);
  return all === 0 ? null : (row[at] ?? 0) / all;
}

function useTierNames(): string[] {
  const t = useTranslations("lifetime");
  return TIERS.map((tier) => t(`tiers.${tier}`));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
