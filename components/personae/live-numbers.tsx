import { useTranslations } from "next-intl";
import type { ChartFormat } from "#components/charts/chart-format.ts";
import { ScoreTile } from "#components/charts/score-tile.tsx";
import { KpiStrip } from "#components/ui/kpi-tile.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { differenceInterval } from "#lib/clv-runs/comparable-runs.ts";
import { formatDay } from "#lib/format/format-day.ts";
import type { Measure, MeasureName } from "#lib/segments/segment-measures.ts";
import type { SegmentNumbers } from "#lib/segments/types.ts";

export type LiveNumbersProps = { numbers: SegmentNumbers | null; segment: string; locale: string };

/** Four numbers of the segment, each with its interval, its n and what changed within a month. */
export function LiveNumbers({ numbers, segment, locale }: LiveNumbersProps) {
  const t = useTranslations("personae");
  if (!numbers) return <Notice tone="info">{t("noNumbers", { segment })}</Notice>;
  const tile = { numbers, locale };
  return (
    <div>
      <KpiStrip label={t("numbersLabel", { segment })} columns={4}>
        <NumberTile
          {...tile}
          measure="clvPerCustomer"
          label={t("clvEach")}
          format={{ currency: numbers.currency }}
          betterWhen="higher"
        />
        <NumberTile
          {...tile}
          measure="nps"
          label={t("nps")}
          format={{ isSigned: true }}
          betterWhen="higher"
        />
        <NumberTile
          {...tile}
          measure="complaints"
          label={t("complaints")}
          format={{ digits: 1 }}
          betterWhen="lower"
        />
        <NumberTile
          {...tile}
          measure="leaving"
          label={t("leaving")}
          format={{ unit: t("percent") }}
          scale={100}
          betterWhen="lower"
        />
      </KpiStrip>
      <p className="mt-2 text-2xs text-muted">
        {t("numbersNote", { segment, day: formatDay(numbers.computedOn, locale) })}{" "}
        {numbers.before &&
          t("numbersBefore", { day: formatDay(numbers.before.computedOn, locale) })}
      </p>
    </div>
  );
}

type NumberTileProps = {
  numbers: SegmentNumbers;
  locale: string;
  measure: MeasureName;
  label: string;
  format?: Omit<ChartFormat, "locale">;
  /** What a value is multiplied by to be shown */
  scale?: number;
  betterWhen: "higher" | "lower";
};

function NumberTile(props: NumberTileProps) {
  const { numbers, locale, measure, label, format = {}, scale = 1, betterWhen } = props;
  const now = scaled(numbers.now[measure], scale);
  const before = numbers.before && scaled(numbers.before.measures[measure], scale);
  const change =
    now && before ? { before: before.value, difference: differenceInterval(now, before) } : null;
  return (
    <ScoreTile
      label={label}
      score={now}
      format={{ locale, ...format }}
      change={change}
      betterWhen={betterWhen}
    />
  );
}

/** A measure as it is shown; null without a value. */
function scaled({ value, interval, n }: Measure, by: number) {
  if (value === null) return null;
  const bounds = interval && ([interval[0] * by, interval[1] * by] as const);
  return { value: value * by, n, interval: bounds };
}
