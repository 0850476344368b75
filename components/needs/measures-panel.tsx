import { useTranslations } from "next-intl";
import { IntervalWhisker } from "#components/ui/interval-whisker.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { MeasuredNeed } from "#lib/needs/types.ts";
import type { MeasuredOpportunity } from "#lib/stats/opportunity.ts";
import { AspectTile } from "./aspect-words.tsx";
import { BandChip } from "./band-chip.tsx";
import { needFormats } from "./need-formats.ts";

export type MeasuresPanelProps = { need: MeasuredNeed; locale: string };

const MOST_SCORE = 20;

/** How important a need is, how well it is met, and what opportunity that makes. */
export function MeasuresPanel({ need, locale }: MeasuresPanelProps) {
  const t = useTranslations("needs");
  const { opportunity, importance, satisfaction, segment } = need;
  const population = segment ? t("populationOf", { segment: segment.name }) : t("populationAll");
  return (
    <Panel
      title={t("measuresTitle", { band: opportunity?.band ?? "none" })}
      caption={t("measuresCaption", { population })}
    >
      <dl className="grid gap-px overflow-hidden rounded-md border border-hairline bg-hairline sm:grid-cols-3">
        <OpportunityTile opportunity={opportunity} locale={locale} />
        <AspectTile label={t("importance")} aspect={importance} locale={locale} />
        <AspectTile label={t("satisfaction")} aspect={satisfaction} locale={locale} />
      </dl>
    </Panel>
  );
}

type OpportunityTileProps = { opportunity: MeasuredOpportunity | null; locale: string };

function OpportunityTile({ opportunity, locale }: OpportunityTileProps) {
  const t = useTranslations("needs");
  const formats = needFormats(locale);
  const score = formats.score(opportunity?.score ?? null);
  const interval = formats.scoreInterval(opportunity?.interval ?? null);
  return (
    <div className="min-w-0 bg-surface px-4 py-4 sm:px-5">
      <dt className="text-xs font-medium text-muted">{t("opportunity")}</dt>
      <dd>
        <p className="mt-1 flex flex-wrap items-baseline gap-x-2 text-2xl font-semibold tabular-nums sm:text-3xl">
          {score}
          {opportunity && (
            <>
              <span className="text-sm font-medium text-muted">{t("scoreOf20")}</span>
              <BandChip band={opportunity.band} />
            </>
          )}
        </p>
        {opportunity && (
          <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-2xs text-muted tabular-nums">
            <IntervalWhisker
              value={opportunity.score}
              low={opportunity.interval[0]}
              high={opportunity.interval[1]}
              scale={[0, MOST_SCORE]}
              label={t("scoreLabel", { score, interval })}
            />
            {t("interval", { interval })}
          </p>
        )}
      </dd>
    </div>
  );
}
