import { useTranslations } from "next-intl";
import type { ValueFormats } from "#components/value/value-formats.ts";
import type { Measure } from "#lib/segments/segment-measures.ts";

export type TargetMeasureProps = {
  /** An amount per customer, in minor units */
  measure: Measure | null;
  formats: ValueFormats;
};

/** An amount per customer with its interval and on how many it stands. */
export function TargetMeasure({ measure, formats }: TargetMeasureProps) {
  const t = useTranslations("targeting");
  return (
    <>
      {formats.money(measure?.value ?? null)}
      {measure?.value != null && (
        <span className="block text-2xs text-muted">
          {formats.interval(measure.interval)}
          <span className="block">{t("n", { n: formats.number(measure.n) })}</span>
        </span>
      )}
    </>
  );
}
