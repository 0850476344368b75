import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { measureOf } from "#components/lifetime/run-definition.tsx";
import { IntervalWhisker } from "#components/ui/interval-whisker.tsx";
import { KpiStrip, KpiTile } from "#components/ui/kpi-tile.tsx";
import { Link } from "#components/ui/link.tsx";
import { CountLink } from "#components/value/count-link.tsx";
import { type ValueFormats, valueFormats } from "#components/value/value-formats.ts";
import { atRiskOf } from "#lib/clv-runs/at-risk-of.ts";
import type { RunDetail } from "#lib/clv-runs/index.ts";
import { formatDay } from "#lib/format/format-day.ts";
import { formatInterval } from "#lib/format/format-interval.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { Stake } from "#lib/home/types.ts";

export type StakeSummaryProps = {
  stake: Stake;
  slug: string;
  /** The reader's membership, whose own cases are told apart */
  membershipId: string;
  locale: string;
};

/** What customers will bring, what of it may be lost, what they say, and who works on it. */
export function StakeSummary({ stake, slug, membershipId, locale }: StakeSummaryProps) {
  const t = useTranslations("home");
  const { run, nps, cases } = stake;
  return (
    <KpiStrip label={t("stake")} columns={4}>
      {run && <RunTiles run={run} formats={valueFormats(run.currency, locale)} slug={slug} />}
      {nps && <NpsTile nps={nps} locale={locale} href={`/w/${slug}/listening?metric=nps`} />}
      <CasesTile {...{ cases, membershipId }} href={`/w/${slug}/value/watchlist`} locale={locale} />
    </KpiStrip>
  );
}

type RunTilesProps = { run: RunDetail; formats: ValueFormats; slug: string };

function RunTiles({ run, formats, slug }: RunTilesProps) {
  const t = useTranslations("home");
  const { totals } = run;
  if (!totals) return null;
  const { valueMinor, interval, atRiskMinor } = totals;
  const atRiskInterval = atRiskOf(run)?.interval ?? null;
  const share = valueMinor > 0 && atRiskMinor !== null ? atRiskMinor / valueMinor : null;
  return (
    <>
      <KpiTile
        label={t("clv")}
        value={formats.money(valueMinor)}
        {...reachOf(
          valueMinor,
          interval,
          formats,
          t("interval", { interval: formats.interval(interval) }),
        )}
        delta={t("clvOf", {
          measure: measureOf(run),
          months: run.horizonMonths,
          customers: formats.number(run.customers),
        })}
      />
      <KpiTile
        label={t("atRisk")}
        value={formats.money(atRiskMinor)}
        {...(share === null ? {} : { unit: formats.share(share) })}
        {...reachOf(
          atRiskMinor,
          atRiskInterval,
          formats,
          t("interval", { interval: formats.interval(atRiskInterval) }),
        )}
        delta={<Link href={`/w/${slug}/value/watchlist`}>{t("openWatchlist")}</Link>}
      />
    </>
  );
}

function reachOf(
  value: number | null,
  interval: readonly [low: number, high: number] | null,
  formats: ValueFormats,
  label: string,
): { whisker?: ReactNode; interval: string } {
  if (value === null || interval === null) return { interval: formats.interval(interval) };
  const [low, high] = interval;
  return {
    whisker: <IntervalWhisker {...{ value, low, high, label }} width={96} />,
    interval: formats.interval(interval),
  };
}

type NpsTileProps = { nps: NonNullable<Stake["nps"]>; href: string; locale: string };

function NpsTile({ nps: { nps, n, interval, countedOn }, href, locale }: NpsTileProps) {
  const t = useTranslations("home");
  const score = (value: number | null) => formatNumber(value, locale, { isSigned: true });
  const reach = formatInterval(interval, score);
  return (
    <KpiTile
      label={t("nps")}
      value={score(nps)}
      whisker={
        nps !== null &&
        interval && (
          <IntervalWhisker
            value={nps}
            low={interval[0]}
            high={interval[1]}
            label={t("interval", { interval: reach })}
            width={96}
          />
        )
      }
      interval={t("npsReach", {
        ...{ interval: reach, n: formatNumber(n, locale) },
        day: formatDay(countedOn, locale),
      })}
      delta={<Link href={href}>{t(nps === null ? "npsFew" : "npsLast")}</Link>}
    />
  );
}

type CasesTileProps = {
  cases: Stake["cases"];
  membershipId: string;
  href: string;
  locale: string;
};

function CasesTile({ cases, membershipId, href, locale }: CasesTileProps) {
  const t = useTranslations("home");
  const { open, overdue, own, ownOverdue } = cases;
  return (
    <KpiTile
      label={t("cases")}
      value={
        <CountLink href={open > 0 ? `${href}?case=open` : null} of={t("cases")}>
          {formatNumber(open, locale)}
        </CountLink>
      }
      note={t("casesOverdue", { count: overdue })}
      delta={
        own > 0 && (
          <Link href={`${href}?case=open&responsible=${membershipId}`}>
            {t("casesOwn", { count: own, overdue: ownOverdue })}
          </Link>
        )
      }
    />
  );
}
