import { useTranslations } from "next-intl";
import { KpiStrip, KpiTile } from "#components/ui/kpi-tile.tsx";
import type { ValueFormats } from "#components/value/value-formats.ts";
import type { RunBasis } from "#lib/clv-runs/types.ts";
import type { CheckedCalibration, Measured } from "#lib/defection/calibration.ts";
import { formatInterval } from "#lib/format/format-interval.ts";
import { minorDigits } from "#lib/format/format-money.ts";
import { formatNumber } from "#lib/format/format-number.ts";

export type CalibrationMeasuresProps = {
  checked: CheckedCalibration;
  basis: RunBasis;
  formats: ValueFormats;
};

/** How far the chances and the list can be trusted, in four numbers with their intervals. */
export function CalibrationMeasures({ checked, basis, formats }: CalibrationMeasuresProps) {
  const t = useTranslations("watchlist.calibration");
  const { locale, decimal, number, wholeShare, shareInterval, currency } = formats;
  const { brier, baseBrier, auc, byChance, byLoss, lostSpend } = checked;
  const precise = (value: number) => formatNumber(value, locale, { digits: 3 });
  const lost = formats.money(Math.round(lostSpend * 10 ** minorDigits(currency)));
  const money = byLoss.lostShare;
  return (
    <KpiStrip label={t("measures")} columns={4}>
      <KpiTile
        label={t("lift")}
        value={byChance.lift ? decimal(byChance.lift.value) : "–"}
        {...interval(byChance.lift, decimal)}
        delta={t("liftNote", {
          share: byChance.share ? wholeShare(byChance.share.value) : "–",
          interval: shareInterval(byChance.share?.interval ?? null),
          left: number(checked.left),
          customers: number(byChance.customers),
        })}
      />
      <KpiTile
        label={t("money")}
        value={money ? wholeShare(money.value) : "–"}
        {...interval(money, (bound) => wholeShare(bound))}
        delta={money ? t("moneyNote", { lost, basis }) : t("moneyNone")}
      />
      <KpiTile
        label={t("auc")}
        value={auc ? decimal(auc.value) : "–"}
        {...interval(auc, decimal)}
        delta={t("aucNote")}
      />
      <KpiTile
        label={t("brier")}
        value={precise(brier.value)}
        {...interval(brier, precise)}
        delta={t("brierNote", { base: precise(baseBrier) })}
      />
    </KpiStrip>
  );
}

function interval(found: Measured | null, write: (bound: number) => string) {
  return found ? { interval: formatInterval(found.interval, write) } : {};
}
