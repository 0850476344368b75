import { useTranslations } from "next-intl";
import { Panel } from "#components/ui/panel.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import type { ValueFormats } from "#components/value/value-formats.ts";
import type { RunDetail } from "#lib/clv-runs/index.ts";
import { formatNumber } from "#lib/format/format-number.ts";

export type FitPanelProps = { run: RunDetail; formats: ValueFormats };

const NAMES = ["r", "alpha", "a", "b", "p", "q", "v"] as const;

/** The parameters of a run with their standard errors, and how likely they make what was seen. */
export function FitPanel({ run, formats }: FitPanelProps) {
  const t = useTranslations("lifetime");
  const { fit, spend } = run;
  if (!fit) return null;
  const estimates = { ...fit.parameters, ...spend?.parameters };
  const errors = { ...fit.standardErrors, ...spend?.standardErrors };
  const digits = (value: number | null | undefined) =>
    formatNumber(value ?? null, formats.locale, { digits: 4 });
  const twoDigits = (value: number | null | undefined) => formats.decimal(value ?? null);
  return (
    <Panel
      title={t("run.fit")}
      caption={t("run.fitCaption", {
        currency: run.currency,
        customers: formats.number(run.customers),
      })}
      hasPadding={false}
      footer={
        <p className="text-2xs text-muted tabular-nums">
          {t("run.likelihoodText", {
            purchases: twoDigits(fit.logLikelihood),
            spend: twoDigits(spend?.logLikelihood),
          })}
        </p>
      }
    >
      <Table label={t("run.fitTable")}>
        <thead>
          <tr>
            <Th>{t("run.parameter")}</Th>
            <Th align="end">{t("run.estimate")}</Th>
            <Th align="end">{t("run.error")}</Th>
            <Th className="max-sm:hidden">{t("run.meaning")}</Th>
          </tr>
        </thead>
        <tbody>
          {NAMES.filter((name) => name in estimates).map((name) => (
            <tr key={name}>
              <RowTh>
                <code>{name}</code>
              </RowTh>
              <Td align="end">{digits(estimates[name])}</Td>
              <Td align="end">{digits(errors[name])}</Td>
              <Td className="max-sm:hidden text-muted">{t(`parameters.${name}`)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
