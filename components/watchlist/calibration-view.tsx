import { useTranslations } from "next-intl";
import { DataRows } from "#components/charts/data-rows.tsx";
import { DotWhiskers } from "#components/charts/dot-whiskers.tsx";
import { Figure } from "#components/charts/figure.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { ValueFormats } from "#components/value/value-formats.ts";
import type { RunBasis } from "#lib/clv-runs/types.ts";
import type { CheckedCalibration } from "#lib/defection/calibration.ts";
import { CalibrationMeasures } from "./calibration-measures.tsx";

export type CalibrationViewProps = {
  /** null where the run has none */
  checked: CheckedCalibration | null;
  /** Length of the holdout */
  weeks: number;
  /** What the run reads: orders, or subscriptions that renew */
  basis: RunBasis;
  formats: ValueFormats;
  exportHref: string;
};

/** Whether the chances of a run came true in its holdout, tenth by tenth, and how many of those who left it found. */
export function CalibrationView(props: CalibrationViewProps) {
  const { checked, weeks, basis, formats, exportHref } = props;
  const t = useTranslations("watchlist.calibration");
  if (!checked)
    return (
      <EmptyState kind="nothing-yet" title={t("none")} isSmall>
        {t("noneText")}
      </EmptyState>
    );
  const { number, share } = formats;
  const { tenths, predictedShare, came } = checked;
  const said = { basis, predicted: share(predictedShare), actual: share(came.value) };
  return (
    <>
      <CalibrationMeasures {...{ checked, basis, formats }} />
      <Figure
        title={t(`verdicts.${checked.verdict}`, said)}
        caption={t("caption", {
          basis,
          weeks: Math.round(weeks),
          customers: number(checked.customers),
          within: checked.within,
          tenths: tenths.length,
        })}
        exportHref={`${exportHref}?part=tenths`}
        table={{
          label: t("table"),
          content: <TenthRows {...{ tenths, basis, formats }} />,
        }}
      >
        <DotWhiskers
          label={t("label", said)}
          rows={tenths.map((row) => ({
            key: String(row.tenth),
            name: t("row", { tenth: row.tenth }),
            value: 100 * row.share,
            interval: [100 * row.interval[0], 100 * row.interval[1]],
            expected: 100 * row.predicted,
          }))}
          names={{
            value: t("actual", { basis }),
            expected: t("predicted"),
            interval: t("interval"),
          }}
          format={{ locale: formats.locale, unit: "%" }}
        />
        <p className="mt-3 text-2xs text-muted">{t("leftNote", { basis })}</p>
      </Figure>
    </>
  );
}

type TenthRowsProps = Pick<CheckedCalibration, "tenths"> &
  Pick<CalibrationViewProps, "basis" | "formats">;

function TenthRows({ tenths, basis, formats }: TenthRowsProps) {
  const t = useTranslations("watchlist.calibration");
  const { number, share } = formats;
  return (
    <DataRows
      head={[
        ...[t("tenth"), t("customers"), t("predicted"), t("actual", { basis })],
        ...[t("share"), t("interval")],
      ]}
      rows={tenths.map((row) => ({
        key: String(row.tenth),
        cells: [
          ...[row.tenth, number(row.customers), share(row.predicted), number(row.came)],
          ...[share(row.share), formats.shareInterval(row.interval)],
        ],
      }))}
    />
  );
}
