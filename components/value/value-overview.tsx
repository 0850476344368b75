import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { formatInstant } from "#lib/format/format-instant.ts";
import type { ValueQuery } from "#lib/value/filter.ts";
import type { ValueOverview } from "#lib/value/types.ts";
import { type AsOfAction, AsOfControl } from "./as-of-control.tsx";
import { ConcentrationFigure } from "./concentration-figure.tsx";
import { MeasureLinks } from "./measure-links.tsx";
import { ProfitCurveFigure } from "./profit-curve-figure.tsx";
import { SegmentsFigure } from "./segments-figure.tsx";
import { type ValueFormats, valueFormats } from "./value-formats.ts";
import { ValueKpis } from "./value-kpis.tsx";
import { ValueNotes } from "./value-notes.tsx";
import { ValueWaiting } from "./value-waiting.tsx";

export type ValueOverviewViewProps = {
  value: ValueOverview;
  query: ValueQuery;
  slug: string;
  /** The reader's own */
  formats: { locale: string; timeZone: string };
  /** null for those who may not choose the day */
  setAsOf: AsOfAction | null;
  maySetRates: boolean;
  /** What runs of lifetime value bring: the choice of a month, at the head, beside the curve, under it, at the foot */
  months: ReactNode;
  head: ReactNode;
  beside: ReactNode;
  /** How revenue leads to lifetime value */
  bridge: ReactNode;
  foot: ReactNode;
  /** The customers to keep first */
  first: ReactNode;
};

/** What the customer base has brought in, by concentration and by segment. */
export function ValueOverviewView(props: ValueOverviewViewProps) {
  const { value, query, slug, setAsOf, maySetRates, head, beside, bridge, foot, first } = props;
  const { locale, timeZone } = props.formats;
  const formats = valueFormats(value.currency, locale);
  const computedAt = formatInstant(value.computedAt, locale, timeZone);
  const ratesHref = maySetRates ? `/w/${slug}/settings` : null;
  const customersHref = `/w/${slug}/customers`;
  const href = `/w/${slug}/value`;
  return (
    <>
      <ValueBar {...{ value, slug, formats, computedAt, setAsOf }} months={props.months} />
      <ValueNews value={value} formats={formats} />
      {value.customersWithOrders > 0 && (
        <>
          {head}
          <SoFarTitle />
          <ValueKpis {...{ value, formats, customersHref, ratesHref }} />
          <div className={beside ? BESIDE : undefined}>
            <CurveFigure value={value} query={query} formats={formats} slug={slug} />
            {beside}
          </div>
          {bridge}
          <SegmentsFigure {...{ value, query, formats, href, customersHref }} />
          {first}
          {foot}
          <ValueNotes
            value={value}
            formats={formats}
            customersHref={customersHref}
            ratesHref={ratesHref}
            segmentsHref={`/w/${slug}/value/segments`}
          />
        </>
      )}
    </>
  );
}

const BESIDE =
  "grid gap-4 *:only:col-span-full xl:grid-cols-[minmax(0,1.35fr)_minmax(0,1fr)] min-[90rem]:grid-cols-[minmax(0,640px)_minmax(0,1fr)]";

/** Parts what is foretold from what was counted. */
function SoFarTitle() {
  const t = useTranslations("value");
  return <h2 className="-mb-2 text-xs text-muted">{t("soFar")}</h2>;
}

type CurveProps = Pick<ValueOverviewViewProps, "value" | "query"> & {
  formats: ValueFormats;
  slug: string;
};

/** The curve of profit, or that of revenue: always so until the margin is set. */
function CurveFigure({ value, query, formats, slug }: CurveProps) {
  const href = `/w/${slug}/value`;
  const curve = value.profitCurve;
  const measures = curve && <MeasureLinks query={query} href={href} />;
  const customersHref = `/w/${slug}/customers`;
  if (curve && query.measure === "profit") {
    const exportHref = `${href}/export/profit-curve`;
    return (
      <ProfitCurveFigure {...{ value, curve, formats, exportHref, customersHref, measures }} />
    );
  }
  const exportHref = `${href}/export/concentration`;
  return <ConcentrationFigure {...{ value, formats, exportHref, customersHref, measures }} />;
}

type BarProps = Pick<ValueOverviewViewProps, "value" | "slug" | "setAsOf" | "months"> & {
  formats: ValueFormats;
  computedAt: string;
};

function ValueBar({ value, slug, formats, computedAt, setAsOf, months }: BarProps) {
  const t = useTranslations("value");
  const day = formats.day(value.asOfOn);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      {months}
      {setAsOf && (
        <AsOfControl
          tenant={slug}
          asOfOn={value.asOfOn}
          isChosen={value.isAsOfChosen}
          action={setAsOf}
        />
      )}
      <p className="ms-auto text-2xs text-muted tabular-nums">
        {value.isAsOfChosen ? t("asOfDay", { day }) : t("asOfLastOrder", { day })} ·{" "}
        {t("computedAt", { instant: computedAt })}
      </p>
    </div>
  );
}

/** What the reader must know before the numbers. */
function ValueNews({ value, formats }: { value: ValueOverview; formats: ValueFormats }) {
  const t = useTranslations("value");
  const count = value.customersWithOrders;
  const customers = formats.number(count);
  if (value.customersWithOrders === 0) {
    return (
      <EmptyState kind="no-match" title={t("noneByThenTitle", { day: formats.day(value.asOfOn) })}>
        {t("noneByThenText")}
      </EmptyState>
    );
  }
  return (
    <>
      {value.isRefreshing && (
        <Notice tone="info">
          {t("refreshing")}
          <ValueWaiting />
        </Notice>
      )}
      {value.doubts.length > 0 && (
        <Notice tone="warn">
          {value.doubts.map((doubt) => t(`doubts.${doubt}`, { count, customers })).join(" ")}
        </Notice>
      )}
    </>
  );
}
