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
  return (
    <KpiStrip label={t("valueTiles")} columns={hasRevenue ? 4 : 3}>
      {hasRevenue && (
        <KpiTile
          label={t("revenueSoFar")}
          value={formatMoney(value.revenueMinor, currency, locale)}
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
