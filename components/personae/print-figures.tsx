import { useTranslations } from "next-intl";
import { formatNumber } from "#lib/format/format-number.ts";
import type { MeasureName } from "#lib/segments/segment-measures.ts";
import type { SegmentNow } from "#lib/segments/types.ts";
import { intervalText, measureWriter } from "./measure-text.ts";

export type PrintFiguresProps = { numbers: SegmentNow; locale: string };

const SHOWN = [
  ...(["shareOfCustomers", "shareOfClv", "nps", "complaints", "leaving"] as const),
] as const satisfies readonly MeasureName[];

/** The tier, the size and the numbers of a segment on a card, each with its interval and n. */
export function PrintFigures({ numbers, locale }: PrintFiguresProps) {
  const t = useTranslations("personae");
  const { tier, customers, currency, now } = numbers;
  return (
    <ul className="print-card-figures">
      {tier !== null && <li>{t("printTier", { tier })}</li>}
      <li>{t("printSize", { count: customers, customers: formatNumber(customers, locale) })}</li>
      {SHOWN.map((name) => {
        const measure = now[name];
        const write = measureWriter(name, { locale, currency });
        const n = formatNumber(measure.n, locale);
        return (
          <li key={name}>
            {t(`measure_${name}`)} <b>{write(measure.value)}</b>{" "}
            {t("printReach", {
              interval: measure.interval ? intervalText(measure, write) : "none",
              n,
            })}
          </li>
        );
      })}
    </ul>
  );
}
