import { useTranslations } from "next-intl";
import { KpiStrip, KpiTile } from "#components/ui/kpi-tile.tsx";
import type { CustomerValueView } from "#lib/customers/types.ts";
import { formatDay } from "#lib/format/format-day.ts";
import { formatMoney } from "#lib/format/format-money.ts";
import { formatNumber } from "#lib/format/format-number.ts";

export type CustomerTilesProps = {
  value: CustomerValueView;
  formats: { locale: string; currency: string };
  /** Off for those who may not read value */
  hasRevenue: boolean;
};

/** What one customer has bought so far. */
export function CustomerTiles({ value, formats, hasRevenue }: CustomerTilesProps) {
  const t = useTranslations("customers");
  const { locale, currency } = formats;
  const hasProfit = hasRevenue && value.profitMinor !== null;
  const columns = hasRevenue ? 4 : 3;
  const money = (amountMinor: number | null) => formatMoney(amountMinor, currency, locale);
  return (
    <KpiStrip label={t("valueTiles")} columns={hasProfit ? 5 : columns}>
      {hasRevenue && <KpiTile label={t("revenueSoFar")} value={money(value.revenueMinor)} />}
      {hasProfit && (
        <KpiTile
          label={t("profitSoFar")}
          value={money(value.profitMinor)}
          delta={t("profitParts", {
            margin: money(value.marginMinor),
            cost: value.costToServeMinor === null ? t("costNotSet") : money(value.costToServeMinor),
          })}
        />
      )}
      <KpiTile
        label={t("orderCount")}
        value={formatNumber(value.orderCount, locale)}
        delta={t("onDays", { days: value.purchaseDays })}
      />
      <KpiTile label={t("firstOrder")} value={formatDay(value.firstOrderedOn, locale)} />
      <KpiTile label={t("lastOrder")} value={formatDay(value.lastOrderedOn, locale)} />
    </KpiStrip>
  );
}
