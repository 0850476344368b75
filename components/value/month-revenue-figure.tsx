import { useTranslations } from "next-intl";
import { DataRows } from "#components/charts/data-rows.tsx";
import { Figure } from "#components/charts/figure.tsx";
import { LineChart } from "#components/charts/line-chart.tsx";
import type { TrendMonth, ValueTrend } from "#lib/value/types.ts";
import type { ValueFormats } from "./value-formats.ts";

export type MonthRevenueFigureProps = {
  trend: ValueTrend;
  formats: ValueFormats;
  exportHref: string;
};

/** The revenue of each month: a count of what came in, so it has no interval. */
export function MonthRevenueFigure({ trend, formats, exportHref }: MonthRevenueFigureProps) {
  const t = useTranslations("value");
  const known = trend.months.filter(({ revenueInMonth }) => revenueInMonth !== null);
  const last = known.at(-1);
  const best = known.toSorted((a, b) => (b.revenueInMonth ?? 0) - (a.revenueInMonth ?? 0)).at(0);
  if (!last || !best) return null;
  return (
    <Figure
      title={t(best === last ? "bestMonthFinding" : "monthFinding", {
        revenue: formats.money(last.revenueInMonth),
        month: formats.month(last.monthEndOn),
        most: formats.money(best.revenueInMonth),
        bestMonth: formats.month(best.monthEndOn),
      })}
      caption={t("monthRevenueCaption", {
        currency: trend.value.currency,
        orders: formats.number(known.reduce((sum, month) => sum + (month.ordersInMonth ?? 0), 0)),
      })}
      exportHref={exportHref}
      table={{
        label: t("monthRevenueTable"),
        content: <MonthRows months={trend.months} formats={formats} />,
      }}
    >
      <LineChart
        label={t("monthRevenueTable")}
        categories={trend.months.map(({ monthEndOn }) => formats.month(monthEndOn))}
        series={[
          {
            key: "revenue",
            name: t("revenue"),
            values: trend.months.map(({ revenueInMonth }) => revenueInMonth),
          },
        ]}
        format={{ locale: formats.locale, currency: formats.currency }}
      />
    </Figure>
  );
}

function MonthRows({ months, formats }: { months: readonly TrendMonth[]; formats: ValueFormats }) {
  const t = useTranslations("value");
  return (
    <DataRows
      head={[t("month"), t("orders"), t("revenue")]}
      rows={months.toReversed().map(({ monthEndOn, ordersInMonth, revenueInMonth }) => ({
        key: monthEndOn,
        cells: [
          formats.month(monthEndOn),
          formats.number(ordersInMonth),
          formats.exactMoney(revenueInMonth),
        ],
      }))}
    />
  );
}
