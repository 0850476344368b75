import { useTranslations } from "next-intl";
import { DataRows } from "#components/charts/data-rows.tsx";
import { Figure } from "#components/charts/figure.tsx";
import { HeatGrid, type HeatGridCell, HeatKey } from "#components/charts/heat-grid.tsx";
import type { HeatScale } from "#components/charts/heat-step.ts";
import { SankeyFlow } from "#components/charts/sankey-flow.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { type ValueFormats, valueFormats } from "#components/value/value-formats.ts";
import { customersMoved } from "#lib/clv-runs/customers-moved.ts";
import type { RunDetail, TierMigration } from "#lib/clv-runs/index.ts";
import { migrationTiers } from "#lib/clv-runs/migration-tiers.ts";
import { runMonthAddress } from "#lib/clv-runs/run-month.ts";
import { useMeasureWords } from "./measure-words.ts";
import { RunDefinition } from "./run-definition.tsx";

export type MigrationViewProps = {
  migration: TierMigration;
  /** The month that is looked back at, "" for the latest */
  month: string;
  slug: string;
  locale: string;
};

type Counted = {
  migration: TierMigration;
  /** By number, the best first; 0, the last, stands for no score */
  tiers: readonly number[];
  /** What the run before and the last one call them */
  names: { before: readonly string[]; now: readonly string[] };
  /** From (row) to (column), in the order of `tiers` */
  matrix: readonly (readonly number[])[];
  formats: ValueFormats;
  href: string;
};

/** How customers moved between tiers since the run before: as a flow, and as a matrix that leads to them. */
export function MigrationView({ migration, month, slug, locale }: MigrationViewProps) {
  const t = useTranslations("lifetime");
  const formats = valueFormats(migration.run.currency, locale);
  const { tiers, names } = useTiers(migration);
  const matrix = tiers.map((from) => tiers.map((to) => countOf(migration, from, to)));
  const exportHref = `/w/${slug}/value/migration/export${runMonthAddress.write({ month })}`;
  const parts = { migration, tiers, names, matrix, formats, href: `/w/${slug}/customers` };
  return (
    <>
      {!migration.former.hasSameTerms && <Notice tone="warn">{t("migration.otherTerms")}</Notice>}
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <FlowFigure {...parts} exportHref={exportHref} />
        <MatrixFigure {...parts} exportHref={exportHref} />
      </div>
      <p className="text-2xs text-muted">
        <RunDefinition run={migration.run} formats={formats} />{" "}
        <CutsWords run={migration.run} formats={formats} />{" "}
        <EnteredWords matrix={matrix} formats={formats} />
      </p>
    </>
  );
}

function countOf({ cells }: TierMigration, from: number, to: number): number {
  const found = cells.find((cell) => (cell.from ?? 0) === from && (cell.to ?? 0) === to);
  return found?.customers ?? 0;
}

/** The tiers of the two runs, each by the names of its run. */
function useTiers(migration: TierMigration): Pick<Counted, "tiers" | "names"> {
  const t = useTranslations("lifetime");
  const { before, now } = migrationTiers(migration);
  const words = (tiers: typeof now) => tiers.map(({ name }) => name ?? t("noScore"));
  return {
    tiers: now.map(({ tier }) => tier),
    names: { before: words(before), now: words(now) },
  };
}

/** Where the tiers of a run end, in the words of its policy. */
function CutsWords({ run, formats }: { run: RunDetail; formats: ValueFormats }) {
  const t = useTranslations("lifetime");
  const cuts = run.totals?.tierCuts ?? null;
  const { name } = useMeasureWords()(run);
  if (!cuts) return t("migration.note", { name });
  const tiers = cuts.tiers.map(({ name, share }) =>
    share === null
      ? t("migration.rest", { name })
      : t("migration.upTo", { name, share: formats.share(share) }),
  );
  return t("migration.cuts", { name, by: cuts.by, tiers: formats.list(tiers) });
}

/** Who came in since the run before: they push others down without anybody having done worse. */
function EnteredWords({ matrix, formats }: Pick<Counted, "matrix" | "formats">) {
  const t = useTranslations("lifetime");
  // The last row and column are without a score.
  const count = sum(matrix.at(-1)?.slice(0, -1) ?? []);
  return t("migration.entered", { count, customers: formats.number(count) });
}

type FigureProps = Counted & { exportHref: string };

function FlowFigure({ migration, names, matrix, formats, exportHref }: FigureProps) {
  const t = useTranslations("lifetime");
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
            head={[t("migration.from"), ...names.now]}
            rows={names.before.map((name, from) => ({
              key: name,
              cells: [name, ...(matrix[from] ?? []).map((count) => formats.number(count))],
            }))}
          />
        ),
      }}
    >
      <SankeyFlow
        label={t("migration.label", { before: before ?? "", now: now ?? "" })}
        tiers={names.before}
        tiersAfter={names.now}
        matrix={matrix}
        hasOutside
        before={before ?? ""}
        after={now ?? ""}
        format={{ locale: formats.locale }}
      />
    </Figure>
  );
}

function MigrationFinding({ matrix, formats }: Pick<Counted, "matrix" | "formats">) {
  const t = useTranslations("lifetime");
  // The last row and column are without a score.
  const scored = matrix.slice(0, -1).map((row) => row.slice(0, -1));
  const moved = (isIt: (from: number, to: number) => boolean) =>
    sum(scored.flatMap((row, from) => row.filter((_, to) => isIt(from, to))));
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

function MatrixFigure(props: FigureProps) {
  const { migration, tiers, names, matrix, formats, href, exportHref } = props;
  const t = useTranslations("lifetime");
  const scale: HeatScale = { kind: "sequential", low: 0, high: 1 };
  const nameOf = (at: number) => names.before[at] ?? "";
  const stayed = shareStayed(matrix[0] ?? [], 0);
  return (
    <Figure
      title={t(stayed === null ? "migration.matrixNobody" : "migration.matrixTitle", {
        best: nameOf(0),
        stayed: formats.wholeShare(stayed),
      })}
      caption={t("migration.matrixCaption")}
      exportHref={exportHref}
    >
      <HeatGrid
        label={t("migration.table")}
        corner={t("migration.from")}
        columns={names.now.map((name, at) => ({ key: String(tiers[at]), name }))}
        rows={matrix.map((row, from) => ({
          key: String(tiers[from]),
          name: nameOf(from),
          note: t("migration.total", { customers: formats.number(sum(row)) }),
          cells: row.map((count, to): HeatGridCell => {
            if (count === 0) return { value: null, text: "–" };
            const share = count / sum(row);
            const query = customersMoved(migration, tiers[from] ?? 0, tiers[to] ?? 0);
            return {
              value: share,
              text: formats.number(count),
              note: formats.wholeShare(share),
              ...(query && {
                link: {
                  href: href + query,
                  lead: t("migration.lead", { from: nameOf(from), to: names.now[to] ?? "" }),
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

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
