import { useTranslations } from "next-intl";
import { Figure } from "#components/charts/figure.tsx";
import type { FormAction } from "#components/people/action-form.tsx";
import { Link } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { type ValueFormats, valueFormats } from "#components/value/value-formats.ts";
import {
  FACTORS,
  type Targeting,
  type TargetRow,
  type Undoable,
} from "#lib/segments/targeting/types.ts";
import { TargetsFigure } from "./targets-figure.tsx";
import { TargetsTable } from "./targets-table.tsx";
import { WeightsForm } from "./weights-form.tsx";

export type TargetingViewProps = {
  slug: string;
  targeting: Targeting;
  locale: string;
  /** null for those who may only read */
  setWeights: FormAction<Undoable> | null;
};

/** Segments in the order in which they are worth serving, what makes it, and the weights behind it. */
export function TargetingView({ slug, targeting, locale, setWeights }: TargetingViewProps) {
  const t = useTranslations("targeting");
  const { rows, computedOn, currency } = targeting;
  const formats = valueFormats(currency, locale);
  const scored = rows.filter(({ score }) => score !== null).length;
  const captioned = { all: rows.length, scored: formats.number(scored) };
  const href = `/w/${slug}/segments`;
  return (
    <div className="space-y-4">
      <Figure
        title={<Finding rows={rows} formats={formats} />}
        caption={
          computedOn === null
            ? t("captionNever", captioned)
            : t("caption", { ...captioned, day: formats.day(computedOn) })
        }
        exportHref={`${href}/targeting/export`}
        hasPadding={false}
      >
        <TargetsTable {...{ rows, href, formats }} mayWrite={setWeights !== null} />
      </Figure>
      <TargetsFigure {...{ rows, computedOn, formats }} exportHref={`${href}/targeting/export`} />
      <How {...{ slug, targeting, setWeights }} />
    </div>
  );
}

function Finding({ rows, formats }: { rows: readonly TargetRow[]; formats: ValueFormats }) {
  const t = useTranslations("targeting");
  const ranked = rows
    .filter(({ scoreRank }) => scoreRank !== null)
    .toSorted((a, b) => (a.scoreRank ?? 0) - (b.scoreRank ?? 0));
  const [first, second] = ranked;
  if (!first) return t("noFinding");
  const others = ranked.filter(({ range }) => range?.best === 1).length;
  return t("finding", {
    first: first.name,
    second: second?.name ?? "",
    isOrdered: rows.some(({ rank }) => rank !== null) ? "yes" : "no",
    isAlone: second ? "no" : "yes",
    isSure: others === 1 ? "yes" : "no",
    count: others,
    others: formats.number(others),
  });
}

type HowProps = Pick<TargetingViewProps, "slug" | "targeting" | "setWeights">;

function How({ slug, targeting, setWeights }: HowProps) {
  const t = useTranslations("targeting");
  const { weights, weightsVersion, rows } = targeting;
  const isCostMissing = weights.cost > 0 && rows.every(({ costToServe }) => costToServe === null);
  return (
    <Panel title={t("howTitle")}>
      <div className="mb-4 max-w-[76ch] space-y-1 text-xs text-muted">
        <p>{t.rich("howText", { sup: (power) => <sup>{power}</sup> })}</p>
        <p>{t("howMissing")}</p>
        {isCostMissing && (
          <p>
            {t("howCost")} <Link href={`/w/${slug}/settings`}>{t("toSettings")}</Link>
          </p>
        )}
      </div>
      {setWeights ? (
        <>
          <div className="no-print">
            <WeightsForm
              tenant={slug}
              weights={weights}
              version={weightsVersion}
              action={setWeights}
            />
          </div>
          <div className="hidden print:block">
            <WeightList weights={weights} />
          </div>
        </>
      ) : (
        <WeightList weights={weights} />
      )}
    </Panel>
  );
}

function WeightList({ weights }: Pick<Targeting, "weights">) {
  const t = useTranslations("targeting");
  return (
    <dl className="grid grid-cols-[repeat(auto-fit,minmax(min(8.5rem,100%),1fr))] gap-4">
      {FACTORS.map((factor) => (
        <div key={factor}>
          <dt className="text-2xs text-muted">{t(`factors.${factor}`)}</dt>
          <dd className="font-medium tabular-nums">{String(weights[factor])}</dd>
        </div>
      ))}
    </dl>
  );
}
