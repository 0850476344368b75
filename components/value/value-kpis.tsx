import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { InfoPopover } from "#components/ui/info-popover.tsx";
import { IntervalWhisker } from "#components/ui/interval-whisker.tsx";
import { KpiStrip, KpiTile } from "#components/ui/kpi-tile.tsx";
import { Link } from "#components/ui/link.tsx";
import { best, withOrdersBy } from "#lib/value/customers-behind.ts";
import type { ConcentrationPoint, Measure, ValueOverview } from "#lib/value/types.ts";
import { CountLink } from "./count-link.tsx";
import { ValueDefinition } from "./value-definition.tsx";
import type { ValueFormats } from "./value-formats.ts";

export type ValueKpisProps = {
  value: ValueOverview;
  formats: ValueFormats;
  /** The customers list of the workspace */
  customersHref: string;
  /** Where the margin is set; null for those who may not */
  ratesHref: string | null;
};

/** Total, per customer with its interval, how many, and how much hangs on the best fifth. */
export function ValueKpis({ value, formats, customersHref, ratesHref }: ValueKpisProps) {
  const t = useTranslations("value");
  const { number, share, wholeShare } = formats;
  const top = value.concentration.find(({ percent }) => percent === 20);
  return (
    <KpiStrip label={t("kpis")} columns={4}>
      <TotalTile value={value} formats={formats} ratesHref={ratesHref} />
      <PerCustomerTile value={value} formats={formats} />
      <KpiTile
        label={t("customersWithOrders")}
        aside={<Definition value={value} formats={formats} term={t("customersWithOrders")} />}
        value={
          <CountLink href={customersHref + withOrdersBy(value.asOfOn)} of={t("allWithOrders")}>
            {number(value.customersWithOrders)}
          </CountLink>
        }
        delta={t.rich("ofAllCustomers", {
          share: share(value.customers === 0 ? null : value.customersWithOrders / value.customers),
          customers: number(value.customers),
          all: (chunks) => <Link href={customersHref}>{chunks}</Link>,
        })}
      />
      <KpiTile
        label={t("topFifthShare")}
        aside={<Definition value={value} formats={formats} term={t("topFifthShare")} />}
        value={wholeShare(top?.revenueShare ?? null)}
        unit={t("ofRevenue")}
        delta={
          top && (
            <TopCustomers top={top} customersHref={customersHref}>
              {t("topFifthCustomers", { count: top.customers, customers: number(top.customers) })}
            </TopCustomers>
          )
        }
      />
    </KpiStrip>
  );
}

type TopCustomersProps = {
  top: ConcentrationPoint;
  customersHref: string;
  children: ReactNode;
};

/** A link to those who make the share, where it is anybody. */
function TopCustomers({ top: { customers }, customersHref, children }: TopCustomersProps) {
  if (customers === 0) return children;
  return <Link href={customersHref + best(customers, "revenue")}>{children}</Link>;
}

function TotalTile({ value, formats, ratesHref }: Omit<ValueKpisProps, "customersHref">) {
  const t = useTranslations("value");
  const { money, number } = formats;
  if (value.profitMinor !== null) {
    const revenue = money(value.revenueMinor);
    return (
      <KpiTile
        label={t("totalProfit")}
        aside={
          <Definition value={value} formats={formats} term={t("totalProfit")} measure="profit" />
        }
        value={money(value.profitMinor)}
        delta={t("fromRevenue", { revenue })}
      />
    );
  }
  return (
    <KpiTile
      label={t("totalRevenue")}
      aside={<Definition value={value} formats={formats} term={t("totalRevenue")} />}
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

function PerCustomerTile({ value, formats }: Pick<ValueKpisProps, "value" | "formats">) {
  const t = useTranslations("value");
  const measure = value.profitMinor === null ? "revenue" : "profit";
  const [mean, bounds] =
    measure === "profit"
      ? [value.profitPerCustomerMinor, value.profitPerCustomerInterval]
      : [value.revenuePerCustomerMinor, value.revenuePerCustomerInterval];
  const interval = formats.interval(bounds);
  const isDrawn = mean !== null && bounds !== null;
  const label = t(`${measure}PerCustomer`);
  return (
    <KpiTile
      label={label}
      aside={<Definition value={value} formats={formats} term={label} measure={measure} />}
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

type DefinitionProps = {
  value: ValueOverview;
  formats: ValueFormats;
  term: string;
  measure?: Measure;
};

/** An "i" at the end of a tile's label, no higher than the label. */
function Definition({ value, formats, term, measure = "revenue" }: DefinitionProps) {
  return (
    <span className="-my-1 block">
      <InfoPopover term={term}>
        <ValueDefinition basis={value} measure={measure} formats={formats} />
      </InfoPopover>
    </span>
  );
}
