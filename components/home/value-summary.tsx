import { useTranslations } from "next-intl";
import { IntervalWhisker } from "#components/ui/interval-whisker.tsx";
import { KpiStrip, KpiTile } from "#components/ui/kpi-tile.tsx";
import { formatDay } from "#lib/format/format-day.ts";
import { formatInterval } from "#lib/format/format-interval.ts";
import { formatMoney } from "#lib/format/format-money.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import type { ValueOverview } from "#lib/value/types.ts";

export type ValueSummaryProps = { value: ValueOverview; locale: string };

/** What the customer base is worth, in four tiles. */
export function ValueSummary({ value, locale }: ValueSummaryProps) {
  const t = useTranslations("home");
  const money = (minor: number | null) => formatMoney(minor, value.currency, locale, "compact");
  const orders = formatNumber(value.orderCount, locale);
  const topFifth = value.concentration.find((point) => point.percent === 20);
  return (
    <KpiStrip label={t("summary")} columns={4}>
      {value.profitMinor === null ? (
        <KpiTile
          label={t("revenue")}
          value={money(value.revenueMinor)}
          delta={t("ordersSince", {
            count: value.orderCount,
            orders,
            day: formatDay(value.asOfOn, locale),
          })}
        />
      ) : (
        <KpiTile label={t("profit")} value={money(value.profitMinor)} delta={t("profitOf")} />
      )}
      <KpiTile
        label={t("customers")}
        value={formatNumber(value.customers, locale)}
        delta={t("withOrders", { count: formatNumber(value.customersWithOrders, locale) })}
      />
      <PerCustomerTile value={value} locale={locale} />
      <KpiTile
        label={t("concentration")}
        value={formatPercent(topFifth?.revenueShare ?? null, locale, 0)}
        unit={t("ofRevenue")}
        delta={
          topFifth &&
          t("topFifth", {
            count: topFifth.customers,
            customers: formatNumber(topFifth.customers, locale),
          })
        }
      />
    </KpiStrip>
  );
}

function PerCustomerTile({ value, locale }: ValueSummaryProps) {
  const t = useTranslations("home");
  const money = (minor: number | null) => formatMoney(minor, value.currency, locale, "compact");
  const { revenuePerCustomerMinor: mean, revenuePerCustomerInterval: bounds } = value;
  const interval = formatInterval(bounds, money);
  const whisker = mean !== null && bounds && (
    <IntervalWhisker
      value={mean}
      low={bounds[0]}
      high={bounds[1]}
      label={t("interval", { interval })}
    />
  );
  return (
    <KpiTile label={t("perCustomer")} value={money(mean)} whisker={whisker} interval={interval} />
  );
}
