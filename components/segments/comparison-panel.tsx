import { useTranslations } from "next-intl";
import { IntervalWhisker } from "#components/ui/interval-whisker.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import { formatNumber } from "#lib/format/format-number.ts";
import type { ComparedMeasure } from "#lib/segments/compare-measures.ts";
import { intervalText, type MeasureFormats, measureText } from "./measure-text.ts";

export type ComparisonPanelProps = {
  measures: readonly ComparedMeasure[];
  customers: number;
  formats: MeasureFormats;
  /** Whether it is of the rule before its last change */
  isOld?: boolean;
};

/** A segment beside everybody else: value, interval and n, and whether the difference is clear. */
export function ComparisonPanel(props: ComparisonPanelProps) {
  const { measures, customers, formats, isOld = false } = props;
  const t = useTranslations("segmentation.comparison");
  const words = useTranslations("segmentation");
  const clear = measures.find(({ verdict }) => verdict === "up" || verdict === "down");
  const finding = clear
    ? t(clear.verdict === "up" ? "findingHigher" : "findingLower", {
        measure: t(`sentences.${clear.name}`),
      })
    : t(measures.every(({ verdict }) => verdict === "unknown") ? "findingUnknown" : "findingNone");
  return (
    <Panel
      title={finding}
      caption={
        isOld
          ? words("ofFormerRule")
          : t("caption", { customers: formatNumber(customers, formats.locale) })
      }
      hasPadding={false}
    >
      <Table label={t("table")}>
        <thead>
          <tr>
            <Th>{t("measure")}</Th>
            <Th align="end">{t("own")}</Th>
            <Th className="max-sm:hidden">{t("interval")}</Th>
            <Th align="end">{t("other")}</Th>
            <Th align="end" className="max-sm:hidden">
              {t("n")}
            </Th>
            <Th>{t("difference")}</Th>
          </tr>
        </thead>
        <tbody>
          {measures.map((measure) => (
            <MeasureRow key={measure.name} {...{ measure, formats }} />
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}

function MeasureRow({ measure, formats }: { measure: ComparedMeasure; formats: MeasureFormats }) {
  const t = useTranslations("segmentation.comparison");
  const { name, own, other, verdict } = measure;
  const words = useTranslations("segmentation");
  const text = intervalText(name, own, formats);
  const reach = ({ interval, n }: { interval: string; n: number }) =>
    words("intervalAndN", { interval, n: formatNumber(n, formats.locale) });
  return (
    <tr>
      <RowTh>{t(`measures.${name}`)}</RowTh>
      <Td align="end" className="font-semibold tabular-nums">
        {measureText(name, own.value, formats)}
        <span className="block text-2xs font-normal whitespace-nowrap text-muted sm:hidden">
          {reach({ interval: text, n: own.n })}
        </span>
      </Td>
      <Td className="max-sm:hidden">
        <span className="flex items-center gap-3 whitespace-nowrap">
          {own.value !== null && own.interval && (
            <IntervalWhisker
              value={own.value}
              low={own.interval[0]}
              high={own.interval[1]}
              before={other.value}
              label={t("whisker", { interval: text })}
              width={80}
            />
          )}
          <span className="text-2xs text-muted tabular-nums">{text}</span>
        </span>
      </Td>
      <Td align="end" className="tabular-nums">
        {measureText(name, other.value, formats)}
        <span className="block text-2xs whitespace-nowrap text-muted">
          {reach({ interval: intervalText(name, other, formats), n: other.n })}
        </span>
      </Td>
      <Td align="end" className="text-muted tabular-nums max-sm:hidden">
        {formatNumber(own.n, formats.locale)}
      </Td>
      <Td className={verdict === "up" || verdict === "down" ? "" : "text-muted"}>
        {t(`verdicts.${verdict}`)}
      </Td>
    </tr>
  );
}
