import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import { formatDay } from "#lib/format/format-day.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { PersonaDetail } from "#lib/personae/types.ts";
import { MEASURES } from "#lib/segments/segment-measures.ts";
import { intervalText, measureWriter } from "./measure-text.ts";

export type ValuePanelProps = { persona: PersonaDetail; locale: string };

/** Every number of the segment with its interval and its n, now and a month before. */
export function ValuePanel({ persona, locale }: ValuePanelProps) {
  const t = useTranslations("personae");
  const { numbers, segment } = persona;
  if (!numbers) return <Notice tone="info">{t("noNumbers", { segment: segment.name })}</Notice>;
  const { now, before, computedOn, currency } = numbers;
  return (
    <Panel
      title={
        now.shareOfClv.value === null
          ? t("valueLabel", { segment: segment.name })
          : t("valueFinding", {
              segment: segment.name,
              customers: measureWriter("shareOfCustomers", { locale, currency })(
                now.shareOfCustomers.value,
              ),
              clv: measureWriter("shareOfClv", { locale, currency })(now.shareOfClv.value),
            })
      }
      caption={`${t("numbersNote", { segment: segment.name, day: formatDay(computedOn, locale) })} ${
        before
          ? t("numbersBefore", { day: formatDay(before.computedOn, locale) })
          : t("numbersNoBefore")
      }`}
      hasPadding={false}
    >
      <Table label={t("valueLabel", { segment: segment.name })}>
        <thead>
          <tr>
            <Th>{t("columnMeasure")}</Th>
            <Th align="end">{t("columnNow")}</Th>
            <Th align="end">{t("columnInterval")}</Th>
            <Th align="end">{t("columnN")}</Th>
            <Th align="end">{t("columnBefore")}</Th>
          </tr>
        </thead>
        <tbody>
          {MEASURES.map((name) => {
            const write = measureWriter(name, { locale, currency });
            const measure = now[name];
            return (
              <tr key={name}>
                <RowTh>{t(`measure_${name}`)}</RowTh>
                <Td align="end">{write(measure.value)}</Td>
                <Td align="end" className="whitespace-nowrap text-muted">
                  {intervalText(measure, write)}
                </Td>
                <Td align="end" className="text-muted">
                  {formatNumber(measure.n, locale)}
                </Td>
                <Td align="end" className="text-muted">
                  {write(before?.measures[name].value ?? null)}
                </Td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </Panel>
  );
}
