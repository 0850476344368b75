import { useTranslations } from "next-intl";
import { IntervalWhisker } from "#components/ui/interval-whisker.tsx";
import { formatDay } from "#lib/format/format-day.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { Aspect, AspectMeasure, ScaleGap } from "#lib/needs/types.ts";
import { needFormats } from "./need-formats.ts";

export type AspectTileProps = { label: string; aspect: Aspect; locale: string };

/** One side of a need as a tile: the share of 4 and 5, the mean, and where both come from; or why there is none. */
export function AspectTile({ label, aspect, locale }: AspectTileProps) {
  const t = useTranslations("needs");
  const { measure, gap } = aspect;
  return (
    <div className="min-w-0 bg-surface px-4 py-4 sm:px-5">
      <dt className="text-xs font-medium text-muted">{label}</dt>
      <dd>
        {measure ? (
          <MeasureWords measure={measure} locale={locale} />
        ) : (
          <>
            <p className="mt-1 text-2xl font-semibold sm:text-3xl">–</p>
            <p className="mt-1 text-2xs text-muted">
              {gap ? <GapWords gap={gap} locale={locale} /> : t("notAsked")}
            </p>
          </>
        )}
      </dd>
    </div>
  );
}

function MeasureWords({ measure, locale }: { measure: AspectMeasure; locale: string }) {
  const t = useTranslations("needs");
  const formats = needFormats(locale);
  const { top, n, mean, meanInterval, leftOut, origin } = measure;
  const words = { share: formats.share(top.value), interval: formats.shareInterval(top.interval) };
  return (
    <>
      <p className="mt-1 text-2xl font-semibold tabular-nums sm:text-3xl">{words.share}</p>
      <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-2xs text-muted tabular-nums">
        <IntervalWhisker
          value={top.value}
          low={top.interval[0]}
          high={top.interval[1]}
          scale={[0, 1]}
          label={t("topLabel", words)}
        />
        {words.interval} · {t("answersN", { n: formats.number(n) })}
      </p>
      <p className="mt-2 text-2xs text-muted tabular-nums">
        {mean === null
          ? t("noMean")
          : meanInterval
            ? t("meanInterval", {
                mean: formats.mean(mean),
                interval: formats.meanInterval(meanInterval),
              })
            : t("meanOf", { mean: formats.mean(mean) })}
      </p>
      <p className="text-2xs text-muted">
        {origin.kind === "answers"
          ? t("fromAnswers")
          : t("fromReport", { source: origin.reportedIn, day: formatDay(origin.askedOn, locale) })}
        {leftOut > 0 && ` · ${t("leftOut", { count: leftOut })}`}
      </p>
    </>
  );
}

/** Why answers cannot be read. */
export function GapWords({ gap, locale }: { gap: ScaleGap; locale: string }) {
  const t = useTranslations("needs");
  const scales = gap.scales
    .map(({ min, max }) =>
      t("scale", { min: formatNumber(min, locale), max: formatNumber(max, locale) }),
    )
    .join(", ");
  return t(`gap_${gap.reason}`, { scales });
}
