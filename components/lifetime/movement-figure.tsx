import { useTranslations } from "next-intl";
import { BridgeRows } from "#components/charts/bridge-rows.tsx";
import { DataRows } from "#components/charts/data-rows.tsx";
import { Figure } from "#components/charts/figure.tsx";
import type { ValueFormats } from "#components/value/value-formats.ts";
import { differenceInterval } from "#lib/clv-runs/comparable-runs.ts";
import type { LifetimeOverview, RunDetail } from "#lib/clv-runs/index.ts";
import { MOVEMENT_KINDS, type Movement, type MovementKind } from "#lib/clv-runs/types.ts";
import { changeVerdict } from "#lib/stats/change-verdict.ts";

export type MovementFigureProps = {
  run: RunDetail;
  former: NonNullable<LifetimeOverview["former"]>;
  movement: readonly Movement[];
  formats: ValueFormats;
  exportHref: string;
};

type Part = { kind: MovementKind; customers: number; amountMinor: number };

/** What led from the total of the run before to that of the last one: new, lost, up and down. */
export function MovementFigure({
  run,
  former,
  movement,
  formats,
  exportHref,
}: MovementFigureProps) {
  const t = useTranslations("lifetime");
  const before = former.run.totals?.valueMinor ?? 0;
  const now = run.totals?.valueMinor ?? 0;
  const parts = MOVEMENT_KINDS.map(
    (kind): Part =>
      movement.find((each) => each.kind === kind) ?? { kind, customers: 0, amountMinor: 0 },
  );
  const steps = parts.filter(({ kind }) => kind !== "same");
  const day = formats.day(former.run.cutoffOn);
  const terms = former.hasSameTerms ? "same" : "other";
  return (
    <Figure
      title={<MovementFinding steps={steps} runs={{ run, former }} formats={formats} />}
      caption={t("movement.caption", {
        before: day,
        now: formats.day(run.cutoffOn),
        customers: formats.number(run.customers),
        terms,
      })}
      exportHref={exportHref}
      table={{
        label: t("movement.table"),
        content: <MovementRows {...{ run, former, formats, parts }} />,
      }}
    >
      <BridgeRows
        label={t("movement.label", { before: formats.money(before), now: formats.money(now) })}
        steps={[
          { key: "before", name: t("movement.before"), amount: before },
          ...steps.map(({ kind, amountMinor }) => ({
            key: kind,
            name: t(`movement.kinds.${kind}`),
            amount: amountMinor,
          })),
        ]}
        totalName={t("movement.now")}
        format={{ locale: formats.locale, currency: formats.currency }}
      />
      <p className="mt-3 text-2xs text-muted">
        {t("movement.note", { terms, chances: chancesOf({ run, former }) })}
      </p>
    </Figure>
  );
}

type RowsProps = Pick<MovementFigureProps, "run" | "former" | "formats"> & {
  parts: readonly Part[];
};

function MovementRows({ run, former, formats, parts }: RowsProps) {
  const t = useTranslations("lifetime");
  const { number, exactMoney, day } = formats;
  const chances = chancesOf({ run, former });
  const total = (key: string, { cutoffOn, customers, totals }: RunDetail) => ({
    key,
    cells: [day(cutoffOn), number(customers), exactMoney(totals?.valueMinor ?? null)],
  });
  return (
    <DataRows
      head={[t("movement.kind"), t("movement.customers"), t("movement.amount")]}
      rows={[
        total("before", former.run),
        ...parts.map(({ kind, customers, amountMinor }) => ({
          key: kind,
          cells: [
            t(`movement.meanings.${kind}`, { chances }),
            number(customers),
            exactMoney(amountMinor),
          ],
        })),
        total("now", run),
      ]}
    />
  );
}

/** Whether both runs still know each customer's chance to be one. */
function chancesOf({ run, former }: Pick<MovementFigureProps, "run" | "former">) {
  return run.isWhole && former.run.isWhole ? "kept" : "gone";
}

type FindingProps = {
  steps: readonly Part[];
  runs: Pick<MovementFigureProps, "run" | "former">;
  formats: ValueFormats;
};

function MovementFinding({ steps, runs, formats }: FindingProps) {
  const t = useTranslations("lifetime");
  const most = steps.toSorted((a, b) => Math.abs(b.amountMinor) - Math.abs(a.amountMinor))[0];
  if (!most || most.amountMinor === 0) return t("movement.nothing");
  const change = (runs.run.totals?.valueMinor ?? 0) - (runs.former.run.totals?.valueMinor ?? 0);
  const direction = directionOf(runs, change);
  return t("movement.finding", {
    direction,
    change: formats.money(direction === "none" ? change : Math.abs(change)),
    kind: t(`movement.kinds.${most.kind}`).toLowerCase(),
    amount: formats.money(most.amountMinor),
  });
}

type Direction = "up" | "down" | "none" | "otherUp" | "otherDown" | "same";

/** The same as the tile of the total says: a change is clear or it is none, and other terms are not compared. */
function directionOf({ run, former }: FindingProps["runs"], change: number): Direction {
  const [now, before] = [run.totals, former.run.totals];
  if (change === 0 || !now || !before) return "same";
  if (!former.hasSameTerms) return change > 0 ? "otherUp" : "otherDown";
  const verdict = changeVerdict(
    differenceInterval(
      { value: now.valueMinor, interval: now.interval },
      { value: before.valueMinor, interval: before.interval },
    ),
  );
  return verdict === "unknown" ? "none" : verdict;
}
