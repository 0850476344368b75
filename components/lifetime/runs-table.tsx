import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import { valueFormats } from "#components/value/value-formats.ts";
import type { RunEntry } from "#lib/clv-runs/index.ts";
import { formatInstant } from "#lib/format/format-instant.ts";
import { RunStatusChip } from "./run-status-chip.tsx";

export type RunsTableProps = {
  runs: readonly RunEntry[];
  /** The runs of the workspace: "/w/alder/value/runs" */
  href: string;
  formats: { locale: string; timeZone: string };
};

/** Runs, the newest first: when, by whom, with which terms, and what came of it. */
export function RunsTable({ runs, href, formats }: RunsTableProps) {
  const t = useTranslations("lifetime");
  return (
    <Table label={t("runs.label")}>
      <thead>
        <tr>
          <Th>{t("runs.when")}</Th>
          <Th>{t("runs.state")}</Th>
          <Th className="max-sm:hidden">{t("runs.model")}</Th>
          <Th className="max-sm:hidden">{t("runs.terms")}</Th>
          <Th className="max-sm:hidden">{t("runs.cutoff")}</Th>
          <Th align="end" className="max-sm:hidden">
            {t("runs.customers")}
          </Th>
          <Th align="end" className="max-sm:hidden">
            {t("runs.doubts")}
          </Th>
          <Th className="max-sm:hidden">{t("runs.who")}</Th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <RunRow key={run.id} run={run} href={`${href}/${run.id}`} formats={formats} />
        ))}
      </tbody>
    </Table>
  );
}

type RunRowProps = { run: RunEntry; href: string; formats: RunsTableProps["formats"] };

function RunRow({ run, href, formats: { locale, timeZone } }: RunRowProps) {
  const t = useTranslations("lifetime");
  const { number, share, day } = valueFormats(run.currency, locale);
  const model = t(`models.${run.model ?? run.askedModel}`);
  return (
    <tr>
      <RowTh>
        <Link
          isPlain
          href={href}
          className="inline-flex min-h-11 items-center whitespace-nowrap sm:min-h-6"
        >
          {formatInstant(run.createdAt, locale, timeZone)}
        </Link>
        <span className="block pb-2 text-2xs font-normal text-muted sm:hidden">
          {t("runs.inShort", {
            cutoff: day(run.cutoffOn),
            model,
            customers: number(run.customers),
            doubts: run.finishedAt ? run.warningCount : 0,
          })}
          {run.isPartial && ` · ${t("cohort.chip")}`}
        </span>
      </RowTh>
      <Td>
        <RunStatusChip status={run.status} />
      </Td>
      <Td className="max-sm:hidden whitespace-nowrap">
        {model}
        {run.isPartial && <span className="block text-2xs text-muted">{t("cohort.chip")}</span>}
      </Td>
      <Td className="max-sm:hidden whitespace-nowrap text-muted">
        {t("runs.termsText", {
          months: run.horizonMonths,
          discount: share(run.discountRateAnnual),
          margin: run.marginRate === null ? "none" : share(run.marginRate),
        })}
      </Td>
      <Td className="max-sm:hidden whitespace-nowrap text-muted">{day(run.cutoffOn)}</Td>
      <Td align="end" className="max-sm:hidden">
        {number(run.customers)}
      </Td>
      <Td align="end" className="max-sm:hidden">
        {number(run.finishedAt ? run.warningCount : null)}
      </Td>
      <Td className="max-sm:hidden whitespace-nowrap text-muted">
        {run.startedBy ?? t(run.isScheduled ? "runs.scheduled" : "runs.api")}
      </Td>
    </tr>
  );
}
