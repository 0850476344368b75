import { ArrowDown, ArrowUp, Minus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { IntervalWhisker } from "#components/ui/interval-whisker.tsx";
import { KpiTile } from "#components/ui/kpi-tile.tsx";
import { cx } from "#lib/class-names.ts";
import { formatInterval } from "#lib/format/format-interval.ts";
import { NO_VALUE } from "#lib/format/no-value.ts";
import { type ChangeVerdict, changeNews, changeVerdict } from "#lib/stats/change-verdict.ts";
import { type ChartFormat, chartText } from "./chart-format.ts";

/** A measured number and what it stands on. */
export type Score = {
  value: number;
  n: number;
  interval: readonly [low: number, high: number] | null;
};

export type ScoreTileProps = {
  label: string;
  /** null where nothing was measured */
  score: Score | null;
  format: ChartFormat;
  /** Before, and the 95 % interval of now − before; null where there is nothing to compare with */
  change: { before: number; difference: readonly [low: number, high: number] | null } | null;
  betterWhen: "higher" | "lower";
  /** The interval is drawn as a whisker, or follows the number as ± where something else is drawn */
  picture?: ReactNode;
  /** After "n 2,046": "18 % replied" */
  note?: string;
  aside?: ReactNode;
  /** The same score weighted otherwise, beside it */
  twin?: { label: string; score: Score };
};

/** Fewer answers would show what single people said. */
const LEAST_ANSWERS = 5;

/** A score with its n, its interval and its change in words; no arrow unless the change is clear. */
export function ScoreTile(props: ScoreTileProps) {
  const t = useTranslations("charts");
  const { label, score, format, picture, note, aside, twin } = props;
  const common = { label, ...(aside ? { aside } : {}) };
  if (!score || score.n < LEAST_ANSWERS) {
    const n = score ? t("n", { n: chartText(score.n, { locale: format.locale }) }) : null;
    return (
      <KpiTile {...common} value={NO_VALUE} delta={n ? `${t("tooFew")} · ${n}` : t("noData")} />
    );
  }
  const { unit, ...bare } = format;
  const n = t("n", { n: chartText(score.n, { locale: format.locale }) });
  const spread = picture ? marginText(score, format) : null;
  return (
    <KpiTile
      {...common}
      value={chartText(score.value, bare)}
      {...unitOf([unit, spread])}
      note={[n, note].filter(Boolean).join(" · ")}
      {...(twin && { twin: <Twin {...twin} format={format} /> })}
      {...(picture ? { picture } : { ...whiskerOf(props, score, t) })}
      delta={<Change {...props} />}
    />
  );
}

function unitOf(parts: readonly (string | null | undefined)[]) {
  const unit = parts.filter(Boolean).join("\u00a0");
  return unit ? { unit } : {};
}

/** "±4": half of the interval, which is even around a score. */
function marginText({ interval }: Score, format: ChartFormat): string | null {
  if (!interval) return null;
  const { unit: _, ...bare } = format;
  return `±${chartText((interval[1] - interval[0]) / 2, { ...bare, isSigned: false })}`;
}

type Words = ReturnType<typeof useTranslations<"charts">>;

function whiskerOf({ format, change }: ScoreTileProps, { value, interval }: Score, t: Words) {
  if (!interval) return {};
  const { unit: _, ...bare } = format;
  const text = formatInterval(interval, (bound) => chartText(bound, { ...bare, isSigned: false }));
  return {
    interval: text,
    whisker: (
      <IntervalWhisker
        value={value}
        low={interval[0]}
        high={interval[1]}
        before={change?.before ?? null}
        label={t("intervalOf", { interval: text })}
      />
    ),
  };
}

const ICON: Record<ChangeVerdict, typeof Minus | null> = {
  up: ArrowUp,
  down: ArrowDown,
  none: Minus,
  unknown: null,
};

function Change({ change, format, betterWhen }: ScoreTileProps) {
  const t = useTranslations("charts");
  const verdict = changeVerdict(change?.difference ?? null);
  const Icon = ICON[verdict];
  const news = changeNews(verdict, betterWhen);
  const before = chartText(change?.before ?? null, format);
  return (
    <span className="flex gap-x-1">
      {Icon && <Icon className={cx("mt-0.5", NEWS[news])} />}
      <span>
        {t.rich(`change.${verdict}`, {
          before,
          strong: (words) => <span className={NEWS[news]}>{words}</span>,
        })}
      </span>
    </span>
  );
}

const NEWS = { good: "text-good font-medium", bad: "text-bad font-medium", neutral: "" } as const;

function Twin({ label, score, format }: { label: string; score: Score; format: ChartFormat }) {
  const t = useTranslations("charts");
  const { unit, ...bare } = format;
  return (
    <>
      <span className="block">{label}</span>
      <span className="block whitespace-nowrap">
        <span className="text-sm font-semibold text-text">{chartText(score.value, bare)}</span>{" "}
        {[unit, marginText(score, format)].filter(Boolean).join("\u00a0")}
      </span>
      <span className="block whitespace-nowrap">
        {t("effectiveN", { n: chartText(score.n, { locale: format.locale }) })}
      </span>
    </>
  );
}
