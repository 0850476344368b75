import { useTranslations } from "next-intl";
import { Td } from "#components/ui/table.tsx";
import { formatNumber } from "#lib/format/format-number.ts";
import type { Measure, MeasureName } from "#lib/segments/segment-measures.ts";
import { intervalText, type MeasureFormats, measureText } from "./measure-text.ts";

export type MeasureCellProps = {
  name: MeasureName;
  measure: Measure | null;
  formats: MeasureFormats;
};

/** A measure in a table: the number, and under it its interval and n. */
export function MeasureCell({ name, measure, formats }: MeasureCellProps) {
  const t = useTranslations("segmentation");
  return (
    <Td align="end" className="tabular-nums">
      {measureText(name, measure?.value ?? null, formats)}
      {measure?.interval && (
        <span className="block text-2xs whitespace-nowrap text-muted">
          {t("intervalAndN", {
            interval: intervalText(name, measure, formats),
            n: formatNumber(measure.n, formats.locale),
          })}
        </span>
      )}
    </Td>
  );
}
