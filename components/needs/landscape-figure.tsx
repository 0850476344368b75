import { useTranslations } from "next-intl";
import { BandScatter } from "#components/charts/band-scatter.tsx";
import { DataRows } from "#components/charts/data-rows.tsx";
import { Figure } from "#components/charts/figure.tsx";
import { Link } from "#components/ui/link.tsx";
import type { MeasuredNeed, NamedSegment } from "#lib/needs/types.ts";
import type { MeasuredOpportunity } from "#lib/stats/opportunity.ts";
import { LANDSCAPE_BANDS } from "./landscape-bands.ts";
import { leastAnswers } from "./least-answers.ts";
import { needFormats } from "./need-formats.ts";

type PlottedNeed = MeasuredNeed & { opportunity: MeasuredOpportunity };

export type LandscapeFigureProps = {
  /** Those with both sides measured, the greatest opportunity first */
  needs: readonly PlottedNeed[];
  /** Whose answers; null: each need’s own customers */
  segment: NamedSegment | null;
  slug: string;
  locale: string;
  /** null for those who may not take it away */
  exportHref: string | null;
};

const LEAST_SURE = 30;

/** Importance against satisfaction: what is important and poorly met lies at the lower right. */
export function LandscapeFigure(props: LandscapeFigureProps) {
  const { needs, segment, locale, exportHref } = props;
  const t = useTranslations("needs");
  const all = needs.length;
  const great = needs.filter(({ opportunity: { band } }) => band === "extreme" || band === "high");
  const counts = needs.map(leastAnswers);
  const formats = needFormats(locale);
  return (
    <Figure
      title={t("landscapeFinding", {
        ...{ count: great.length, all, first: great[0]?.statement ?? "" },
      })}
      caption={t("landscapeCaption", {
        all,
        from: formats.number(Math.min(...counts)),
        to: formats.number(Math.max(...counts)),
        population: segment ? t("populationOf", { segment: segment.name }) : t("populationAll"),
      })}
      exportHref={exportHref}
      table={{ label: t("landscapeTable"), content: <LandscapeRows {...props} /> }}
    >
      <BandScatter
        label={t("landscapeLabel", { all })}
        points={needs.map((need, index) => ({
          ...{ key: need.id, name: need.statement, mark: String(index + 1) },
          ...{ x: need.opportunity.importance.value, y: need.opportunity.satisfaction.value },
          isSure: leastAnswers(need) >= LEAST_SURE,
        }))}
        bands={LANDSCAPE_BANDS.map((band) => ({ ...band, name: t(`band_${band.key}`) }))}
        xName={t("axisImportance")}
        yName={t("axisSatisfaction")}
        domain={[0, 10]}
        ticks={[0, 2, 4, 6, 8, 10]}
      />
      <NeedsInPicture {...props} />
    </Figure>
  );
}

function NeedsInPicture({ needs, slug, locale }: LandscapeFigureProps) {
  const t = useTranslations("needs");
  const formats = needFormats(locale);
  return (
    <ol aria-label={t("landscapeList")} className="mt-4 grid gap-x-8 lg:grid-cols-2">
      {needs.map((need, index) => (
        <li
          key={need.id}
          className="flex items-center justify-between gap-4 border-t border-hairline"
        >
          <Link
            isPlain
            href={`/w/${slug}/needs/${need.id}`}
            className="inline-flex min-h-11 min-w-0 items-center py-1 sm:min-h-8"
          >
            <span className="min-w-0 break-words">
              {t("rank", { rank: index + 1, statement: need.statement })}
            </span>
          </Link>
          <span className="text-end whitespace-nowrap tabular-nums">
            {formats.score(need.opportunity.score)}
            <span className="block text-2xs text-muted">
              {t("scoreReach", {
                interval: formats.scoreInterval(need.opportunity.interval),
                n: formats.number(leastAnswers(need)),
              })}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}

function LandscapeRows({ needs, locale }: LandscapeFigureProps) {
  const t = useTranslations("needs");
  const formats = needFormats(locale);
  return (
    <DataRows
      head={[
        ...[t("need"), t("importance"), t("satisfaction"), t("opportunity")],
        ...[t("columnInterval"), t("columnN")],
      ]}
      rows={needs.map((need, index) => ({
        key: need.id,
        cells: [
          t("rank", { rank: index + 1, statement: need.statement }),
          formats.score(need.opportunity.importance.value),
          formats.score(need.opportunity.satisfaction.value),
          `${formats.score(need.opportunity.score)} · ${t(`band_${need.opportunity.band}`)}`,
          formats.scoreInterval(need.opportunity.interval),
          formats.number(leastAnswers(need)),
        ],
      }))}
    />
  );
}
