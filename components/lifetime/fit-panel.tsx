import { useTranslations } from "next-intl";
import { Panel } from "#components/ui/panel.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import type { ValueFormats } from "#components/value/value-formats.ts";
import { type RunDetail, spendIntervals } from "#lib/clv-runs/index.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { useCohortWords } from "./cohort-words.ts";

export type FitPanelProps = { run: RunDetail; formats: ValueFormats };

const NAMES = ["r", "alpha", "a", "b", "s", "beta", "p", "q", "v"] as const;
const CONTRACT_NAMES = ["alpha", "beta"] as const;

/** The parameters of a run with their standard errors, and how likely they make what was seen. */
export function FitPanel({ run, formats }: FitPanelProps) {
  const t = useTranslations("lifetime");
  const caption = useFitCaption(run, formats);
  const { fit } = run;
  if (!fit) return null;
  const spend = spendInUse(run);
  const isContracts = run.model === "sbg";
  const meanings = isContracts
    ? CONTRACT_NAMES.map((name) => ({ name, meaning: t(`contractParameters.${name}`) }))
    : NAMES.filter((name) => name in { ...fit.parameters, ...spend?.parameters }).map((name) => ({
        ...{ name, meaning: t(`parameters.${name}`) },
      }));
  const estimates = { ...fit.parameters, ...spend?.parameters };
  const errors = { ...fit.standardErrors, ...spend?.standardErrors };
  const intervals = { ...fit.intervals, ...(spend && spendIntervals(spend)) };
  const digits = (value: number | null | undefined) =>
    formatNumber(value ?? null, formats.locale, { digits: 4 });
  const boundsOf = (name: string) => {
    const [low, high] = intervals[name] ?? [];
    return low == null || high == null ? digits(null) : `${digits(low)} – ${digits(high)}`;
  };
  const twoDigits = (value: number | null | undefined) => formats.decimal(value ?? null);
  return (
    <Panel
      title={t("run.fit")}
      caption={caption}
      hasPadding={false}
      footer={
        <p className="text-2xs text-muted tabular-nums">
          {t(likelihoodKey(run), {
            contracts: twoDigits(fit.logLikelihood),
            purchases: twoDigits(fit.logLikelihood),
            spend: twoDigits(spend?.logLikelihood),
          })}
          {run.spend?.model === "shrunk_mean" && !run.spend.bands && ` ${t("run.spendShrunk")}`}
        </p>
      }
    >
      <Table label={t("run.fitTable")}>
        <thead>
          <tr>
            <Th>{t("run.parameter")}</Th>
            <Th align="end">{t("run.estimate")}</Th>
            <Th align="end">{t("run.error")}</Th>
            <Th align="end" className="max-sm:hidden">
              {t("run.interval")}
            </Th>
            <Th className="max-sm:hidden">{t("run.meaning")}</Th>
          </tr>
        </thead>
        <tbody>
          {meanings.map(({ name, meaning }) => (
            <tr key={name}>
              <RowTh>
                <code>{name}</code>
              </RowTh>
              <Td align="end">{digits(estimates[name])}</Td>
              <Td align="end">{digits(errors[name])}</Td>
              <Td align="end" className="whitespace-nowrap max-sm:hidden">
                {boundsOf(name)}
              </Td>
              <Td className="max-sm:hidden text-muted">{meaning}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}

/** The fit of amounts that values stand on: none where bands have their own, or where a shrunk mean took its place. */
function spendInUse({ spend }: RunDetail) {
  return spend?.model === "gamma_gamma" && !spend.bands ? spend : null;
}

/** Which likelihoods there are: that of amounts stands with their bands where there are some. */
function likelihoodKey(run: RunDetail) {
  if (run.model === "sbg") return "run.likelihoodContracts";
  return spendInUse(run) ? "run.likelihoodText" : "run.likelihoodPurchases";
}

/** How it was fitted, in which units, over how many and whom. */
function useFitCaption(run: RunDetail, formats: ValueFormats): string {
  const t = useTranslations("lifetime");
  const cohort = useCohortWords()(run, formats);
  const caption = t(run.model === "sbg" ? "run.fitCaptionContracts" : "run.fitCaption", {
    currency: run.currency,
    period: t(`periods.${run.renewalPeriod ?? "month"}`),
    customers: formats.number(run.customers),
  });
  return cohort ? `${caption} · ${cohort}` : caption;
}
