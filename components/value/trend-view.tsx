import { useTranslations } from "next-intl";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ValueQuery } from "#lib/value/filter.ts";
import type { ValueTrend } from "#lib/value/types.ts";
import { MonthRevenueFigure } from "./month-revenue-figure.tsx";
import { TrendFigure } from "./trend-figure.tsx";
import { valueFormats } from "./value-formats.ts";
import { ValueWaiting } from "./value-waiting.tsx";

export type TrendViewProps = { trend: ValueTrend; query: ValueQuery; slug: string; locale: string };

/** Value at the end of each month, and what came in during it. */
export function TrendView({ trend, query, slug, locale }: TrendViewProps) {
  const t = useTranslations("value");
  const formats = valueFormats(trend.value.currency, locale);
  const href = `/w/${slug}/value/trend`;
  const exportHref = `/w/${slug}/value/export/trend`;
  const customersHref = `/w/${slug}/customers`;
  return (
    <>
      {trend.isRefreshing && (
        <Notice tone="info">
          {t("refreshing")}
          <ValueWaiting />
        </Notice>
      )}
      {trend.months.length === 0 ? (
        <EmptyState kind="nothing-yet" title={t("noMonthsTitle")}>
          {t("noMonthsText")}
        </EmptyState>
      ) : (
        <>
          <TrendFigure {...{ trend, query, formats, href, exportHref, customersHref }} />
          <MonthRevenueFigure trend={trend} formats={formats} exportHref={exportHref} />
        </>
      )}
    </>
  );
}
