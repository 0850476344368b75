import { useTranslations } from "next-intl";
import { Panel } from "#components/ui/panel.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import type { ValueFormats } from "#components/value/value-formats.ts";
import {
  FACTORS,
  type Factor,
  type TargetRow,
  type Weights,
} from "#lib/segments/targeting/types.ts";
import { TargetMeasure } from "./target-measure.tsx";

export type TargetFactsProps = { row: TargetRow; weights: Weights; formats: ValueFormats };

/** What is known of each factor of a segment, where that lies on its scale, and how much it counts. */
export function TargetFacts({ row, weights, formats }: TargetFactsProps) {
  const t = useTranslations("targeting");
  return (
    <Panel title={t("factsTitle")} hasPadding={false}>
      <Table label={t("factsTitle")}>
        <thead>
          <tr>
            <Th>{t("factor")}</Th>
            <Th align="end">{t("known")}</Th>
            <Th align="end">{t("onScale")}</Th>
            <Th align="end">{t("weight")}</Th>
          </tr>
        </thead>
        <tbody>
          {FACTORS.map((factor) => (
            <tr key={factor}>
              <RowTh className="py-1.5">
                {t(`factors.${factor}`)}
                <span className="block text-2xs font-normal text-muted max-sm:hidden">
                  {t(`factorHints.${factor}`)}
                </span>
              </RowTh>
              <Td align="end">
                <Known factor={factor} row={row} formats={formats} />
              </Td>
              <Td align="end">{formats.decimal(row.scales[factor])}</Td>
              <Td align="end">{String(weights[factor])}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}

function Known({
  factor,
  row,
  formats,
}: {
  factor: Factor;
  row: TargetRow;
  formats: ValueFormats;
}) {
  const t = useTranslations("targeting");
  switch (factor) {
    case "size":
      return formats.number(row.customers);
    case "clv":
      return <TargetMeasure measure={row.clv} formats={formats} />;
    case "cost":
      return <TargetMeasure measure={row.costToServe} formats={formats} />;
    case "fit":
    case "capacity":
    case "competency":
      return row[factor] === null ? formats.number(null) : t("points", { value: row[factor] });
  }
}
