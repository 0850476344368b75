import { useTranslations } from "next-intl";
import { IntervalWhisker } from "#components/ui/interval-whisker.tsx";
import { KpiStrip, KpiTile } from "#components/ui/kpi-tile.tsx";
import { Link } from "#components/ui/link.tsx";
import type { ValueOverview } from "#lib/value/types.ts";
import type { ValueFormats } from "./value-formats.ts";

export type ValueKpisProps = {
  value: ValueOverview;
  formats: ValueFormats;
  /** Where the margin is set; null for those who may not */
  ratesHref: string | null;
};

/** Total, per customer with its interval, how many, and how much hangs on the best fifth. */
export function ValueKpis({ value, formats, ratesHref }: ValueKpisProps) {
  const t = useTranslations("value");
  const { number, share, wholeShare } = formats;
  const top = value.concentration.find(({ percent }) => percent === 20);
  return (
    <KpiStrip label={t("kpis")} columns={4}>
      <TotalTile value={value} formats={formats} ratesHref={ratesHref} />
      <PerCustomerTile value={value} formats={formats} />
      <KpiTile
        label={t("customersWithOrders")}
        value={number(value.customersWithOrders)}
        delta={t("ofAllCustomers", {
          share: share(value.customers === 0 ? null : value.customersWithOrders / value.customers),
          customers: number(value.customers),
        })}
      />
      <KpiTile
        label={t("topFifthShare")}
        value={wholeShare(top?.revenueShare ?? null)}
        unit={t("ofRevenue")}
        delta={
          top && t("topFifthCustomers", { count: top.customers, customers: number(top.customers) })
        }
      />
    </KpiStrip>
  );
}

function TotalTile({ value, formats, ratesHref }: ValueKpisProps) {
  const t = useTranslations("value");
  const { money, number } = formats;
  if (value.profitMinor !== null) {
    const revenue = money(value.revenueMinor);
    return (
      <KpiTile
        label={t("totalProfit")}
        value={money(value.profitMinor)}
        delta={t("fromRevenue", { revenue })}
      />
    );
  }
  return (
    <KpiTile
      label={t("totalRevenue")}
      value={money(value.revenueMinor)}
      delta={
        <>
          {t("fromOrders", { count: value.orderCount, orders: number(value.orderCount) })}
          {ratesHref && (
            <>
              {" · "}
              <Link href={ratesHref}>{t("setMargin")}</Link>
            </>
          )}
        </>
      }
    />
  );
}

function PerCustomerTile({ value, formats }: Omit<ValueKpisProps, "ratesHref">) {
  const t = useTranslations("value");
  const { revenuePerCustomerMinor: mean, revenuePerCustomerInterval: bounds } = value;
  const interval = formats.interval(bounds);
  const isDrawn = mean !== null && bounds !== null;
  return (
    <KpiTile
      label={t("revenuePerCustomer")}
      value={formats.money(mean)}
      whisker={
        isDrawn && (
          <IntervalWhisker
            value={mean}
            low={bounds[0]}
            high={bounds[1]}
            label={t("intervalOf", { interval })}
            width={96}
          />
        )
      }
      interval={interval}
      delta={t("intervalNote", { n: formats.number(value.customersWithOrders) })}
    />
  );
}
