import { useTranslations } from "next-intl";
import { DataRows } from "#components/charts/data-rows.tsx";
import { Figure } from "#components/charts/figure.tsx";
import { ShareBar } from "#components/ui/share-bar.tsx";
import { formatDay } from "#lib/format/format-day.ts";
import { formatMoney } from "#lib/format/format-money.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import type { LatencyReport } from "#lib/sources/index.ts";
import { LATENT_DAYS } from "#lib/sources/latency-index.ts";
import { nextDay } from "#lib/time/index.ts";

export type LatencyFigureProps = {
  report: LatencyReport;
  locale: string;
  currency: string;
  /** null for those who may not take it away */
  exportHref: string | null;
};

/** How much of what is known about customers nobody has used for 90 days. */
export function LatencyFigure(props: LatencyFigureProps) {
  const { report, locale, exportHref } = props;
  const t = useTranslations("sources");
  const { index, today } = report;
  return (
    <Figure
      title={t("latencyFinding", {
        unused: index.unused,
        count: index.sources,
        rows: formatPercent(index.byRows, locale, 0),
      })}
      caption={t("latencyCaption", {
        since: formatDay(nextDay(today, -LATENT_DAYS), locale),
        count: index.sources,
      })}
      exportHref={exportHref}
      table={{ label: t("latencyTable"), content: <LatencyRows {...props} /> }}
    >
      <LatencyShares {...props} />
    </Figure>
  );
}

function LatencyShares({ report, locale, currency }: LatencyFigureProps) {
  const t = useTranslations("sources");
  const { index, valueGap } = report;
  const number = (value: number) => formatNumber(value, locale);
  const money = (minor: number | null) => formatMoney(minor, currency, locale, "compact");
  const shares = [
    {
      label: t("latencyBySources"),
      share: index.bySources,
      of: t("latencyOfSources", { unused: number(index.unused), count: number(index.sources) }),
    },
    {
      label: t("latencyByRows"),
      share: index.byRows,
      of: t("latencyOfRows", { unused: number(index.unusedRows), count: number(index.rows) }),
    },
    {
      label: t("latencyByValue"),
      share: index.byValue,
      of: t("latencyOfValue", {
        unused: money(index.unusedValueMinor),
        all: money(index.valueMinor),
      }),
    },
  ];
  return (
    <>
      <dl aria-label={t("latencyLabel")} className="grid gap-x-10 gap-y-4 sm:grid-cols-3">
        {shares.map(({ label, share, of }) => (
          <div key={label} className="min-w-0">
            <dt className="text-xs font-medium text-muted">{label}</dt>
            <dd>
              <span className="text-2xl font-semibold tabular-nums">
                {formatPercent(share, locale, 0)}
              </span>
              {share !== null && (
                <>
                  <ShareBar share={share} isWarning className="mt-2 w-full" />
                  <span className="mt-1 block text-2xs text-muted tabular-nums">{of}</span>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 max-w-[90ch] text-2xs text-muted">
        {valueGap ? t(`valueGap_${valueGap}`) : t("valueIs")}
      </p>
    </>
  );
}

function LatencyRows({ report, locale, currency }: LatencyFigureProps) {
  const t = useTranslations("sources");
  return (
    <DataRows
      head={[t("source"), t("columnRows"), t("columnValue"), t("columnUsed"), t("columnUnused")]}
      rows={report.sources.map((source) => ({
        key: source.id,
        cells: [
          source.name,
          formatNumber(source.rowCount, locale),
          formatMoney(source.valueMinor, currency, locale),
          source.lastUse ? formatDay(source.lastUse.on, locale) : t("neverUsed"),
          t(source.isUnused ? "yes" : "no"),
        ],
      }))}
    />
  );
}
