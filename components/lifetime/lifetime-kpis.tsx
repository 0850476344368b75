import { ArrowDown, ArrowUp, History, Minus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { InfoPopover } from "#components/ui/info-popover.tsx";
import { IntervalWhisker } from "#components/ui/interval-whisker.tsx";
import { KpiStrip, KpiTile } from "#components/ui/kpi-tile.tsx";
import { Link } from "#components/ui/link.tsx";
import type { ValueFormats } from "#components/value/value-formats.ts";
import { cx } from "#lib/class-names.ts";
import { atRiskOf } from "#lib/clv-runs/at-risk-of.ts";
import { differenceInterval } from "#lib/clv-runs/comparable-runs.ts";
import type { LifetimeOverview, RunDetail, RunPoint } from "#lib/clv-runs/index.ts";
import type { Interval } from "#lib/clv-runs/types.ts";
import { type ChangeVerdict, changeNews, changeVerdict } from "#lib/stats/change-verdict.ts";
import { useBacktestWords } from "./backtest-words.ts";
import { RunCourse } from "./run-course.tsx";
import { measureOf, RunDefinition } from "./run-definition.tsx";

export type LifetimeKpisProps = {
  run: RunDetail;
  former: LifetimeOverview["former"];
  /** Runs to compare with month by month, up to `run` */
  course: LifetimeOverview["course"];
  formats: ValueFormats;
  /** The pages of value: "/w/alder/value" */
  base: string;
  /** "?month=2026-08" for a run of the past, of which few pages tell more; "" for the latest */
  query: string;
};

type Estimate = { value: number; interval: Interval | null };

/** Total CLV, CLV per customer, CLV at risk and the coming year, each with its interval and what changed. */
export function LifetimeKpis(kpis: LifetimeKpisProps) {
  const { run } = kpis;
  const t = useTranslations("lifetime");
  const { totals } = run;
  if (!totals) return null;
  const share = totals.valueMinor > 0 ? (totals.atRiskMinor ?? 0) / totals.valueMinor : null;
  return (
    <KpiStrip label={t("kpis")} columns={4}>
      <EstimateTile
        {...kpis}
        label={t("totalClv")}
        of={totalOf}
        betterWhen="higher"
        more="segments"
      />
      <EstimateTile {...kpis} label={t("clvEach")} of={eachOf} betterWhen="higher" />
      <EstimateTile
        {...kpis}
        label={t("atRisk")}
        of={atRiskOf}
        isOfLeaving
        betterWhen="lower"
        more="watchlist"
        {...(share !== null && { unit: kpis.formats.share(share) })}
        meaning={t("atRiskMeaning")}
      />
      <ForecastTile {...kpis} />
    </KpiStrip>
  );
}

type Found = Pick<RunDetail, "totals" | "customers" | "holdout">;

function totalOf({ totals }: Found): Estimate | null {
  return totals && { value: totals.valueMinor, interval: totals.interval };
}

function eachOf(run: Found): Estimate | null {
  const total = totalOf(run);
  return total && run.customers ? scaled(total, 1 / run.customers) : null;
}

function scaled({ value, interval }: Estimate, by: number): Estimate {
  return { value: value * by, interval: interval && [interval[0] * by, interval[1] * by] };
}

type EstimateTileProps = LifetimeKpisProps & {
  label: string;
  of: (run: Found) => Estimate | null;
  betterWhen: "higher" | "lower";
  unit?: string;
  meaning?: string;
  more?: More;
  /** Told by the model of who has left as well */
  isOfLeaving?: boolean;
};

/** Pages that tell more of a number. */
type More = "segments" | "watchlist" | "forecast";

function EstimateTile(props: EstimateTileProps) {
  const { run, former, course, formats, base, query, label, of, unit, meaning, more } = props;
  const t = useTranslations("lifetime");
  const now = of(run);
  const before = former?.hasSameTerms ? of(former.run) : null;
  const interval = formats.interval(now?.interval ?? null);
  return (
    <KpiTile
      label={label}
      aside={<Definition run={run} formats={formats} term={label} meaning={meaning} />}
      value={formats.money(now?.value ?? null)}
      {...(unit ? { unit } : {})}
      whisker={
        now?.interval && (
          <IntervalWhisker
            value={now.value}
            low={now.interval[0]}
            high={now.interval[1]}
            before={before?.value ?? null}
            label={t("intervalOf", { interval })}
            width={96}
          />
        )
      }
      interval={interval}
      course={
        <RunCourse
          {...{ course, label, formats }}
          of={valueBy(of, props.isOfLeaving)}
          interval={now?.interval ?? null}
        />
      }
      delta={
        <>
          <Change {...props} now={now} before={before} />
          <MoreLink {...{ base, query }} to={more} />
        </>
      }
    />
  );
}

/** Of a run of the past the number alone: it is drawn, and its interval is not. */
function valueBy(
  of: EstimateTileProps["of"],
  isOfLeaving = false,
): (point: RunPoint) => number | null {
  return (point) =>
    isToldAlike(point, isOfLeaving) ? (of({ ...point, holdout: null })?.value ?? null) : null;
}

/** Value and what is expected are told by the model of purchases alone; what may be lost also by the one of who has left. */
function isToldAlike({ likeness }: RunPoint, isOfLeaving: boolean): boolean {
  return likeness === "same" || (likeness === "other_leaving" && !isOfLeaving);
}

type ChangeProps = EstimateTileProps & { now: Estimate | null; before: Estimate | null };

const ICON: Record<ChangeVerdict, typeof Minus> = {
  up: ArrowUp,
  down: ArrowDown,
  none: Minus,
  unknown: Minus,
};
const NEWS = { good: "text-good font-medium", bad: "text-bad font-medium", neutral: "" } as const;

function Change({ run, former, formats, betterWhen, now, before }: ChangeProps) {
  const t = useTranslations("lifetime");
  if (!former) return t("firstRun", { customers: formats.number(run.customers) });
  if (!former.hasSameTerms) return t("otherTerms");
  if (!(now && before)) return null;
  const verdict = changeVerdict(differenceInterval(now, before));
  const Icon = ICON[verdict];
  const look = NEWS[changeNews(verdict, betterWhen)];
  return (
    <span className="flex gap-x-1">
      <Icon aria-hidden="true" className={cx("mt-0.5 shrink-0", look)} />
      <span>
        {t.rich("before", {
          verdict,
          before: formats.money(before.value),
          day: formats.day(former.run.cutoffOn),
          strong: (words) => <span className={look}>{words}</span>,
        })}
      </span>
    </span>
  );
}

type MoreLinkProps = Pick<LifetimeKpisProps, "base" | "query"> & { to: More | undefined };

function MoreLink({ base, query, to }: MoreLinkProps) {
  const t = useTranslations("lifetime.more");
  if (to === undefined || (query !== "" && to !== "forecast")) return null;
  return (
    <Link href={`${base}/${to}${query}`} className="no-print flex min-h-11 items-center sm:min-h-6">
      {t(to)}
    </Link>
  );
}

function ForecastTile({ run, course, formats, base, query }: LifetimeKpisProps) {
  const t = useTranslations("lifetime");
  const words = useBacktestWords();
  const year = run.totals?.forecastYear ?? null;
  const label = t("forecastYear", { measure: measureOf(run) });
  const interval = formats.interval(year?.interval ?? null);
  return (
    <KpiTile
      label={label}
      aside={<Definition run={run} formats={formats} term={label} meaning={t("forecastMeaning")} />}
      value={formats.money(year?.expectedMinor ?? null)}
      whisker={
        year && (
          <IntervalWhisker
            value={year.expectedMinor}
            low={year.interval[0]}
            high={year.interval[1]}
            label={t("interval80Of", { interval })}
            width={96}
          />
        )
      }
      interval={t("interval80", { interval })}
      course={
        <RunCourse {...{ course, label, formats }} of={yearOf} interval={year?.interval ?? null} />
      }
      delta={
        <>
          <span className="flex gap-x-1">
            <History aria-hidden="true" className="mt-0.5 shrink-0" />
            {words(run, formats)}
          </span>
          <MoreLink {...{ base, query }} to="forecast" />
        </>
      }
    />
  );
}

function yearOf(point: RunPoint): number | null {
  return isToldAlike(point, false) ? (point.totals.forecastYear?.expectedMinor ?? null) : null;
}

type DefinitionProps = {
  run: RunDetail;
  formats: ValueFormats;
  term: string;
  meaning?: ReactNode;
};

/** An "i" at the end of a tile's label, no higher than the label. */
function Definition({ run, formats, term, meaning }: DefinitionProps) {
  return (
    <span className="-my-1 block">
      <InfoPopover term={term}>
        {meaning && <p className="mb-2">{meaning}</p>}
        <p className="text-2xs text-pretty text-muted">
          <RunDefinition run={run} formats={formats} />
        </p>
      </InfoPopover>
    </span>
  );
}
