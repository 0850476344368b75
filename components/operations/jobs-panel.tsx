import { useTranslations } from "next-intl";
import { Panel } from "#components/ui/panel.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import { formatInstant } from "#lib/format/format-instant.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { NO_VALUE } from "#lib/format/no-value.ts";
import type { JobRow } from "#lib/operations/types.ts";

export type JobsPanelProps = { jobs: readonly JobRow[]; locale: string; timeZone: string };

/** Jobs that wait or run. */
export function JobsPanel({ jobs, locale, timeZone }: JobsPanelProps) {
  const t = useTranslations("operations");
  const title = t("jobs", { count: jobs.length });
  if (jobs.length === 0) return <Panel title={title} />;
  return (
    <Panel title={title} caption={t("jobsCaption")} hasPadding={false}>
      <Table label={title}>
        <thead>
          <tr>
            <Th>{t("queue")}</Th>
            <Th>{t("workspace")}</Th>
            <Th>{t("state")}</Th>
            <Th align="end">{t("retries")}</Th>
            <Th>{t("since")}</Th>
          </tr>
        </thead>
        <tbody>
          {jobs.map((job) => (
            <tr key={job.id}>
              <RowTh className="font-mono text-2xs">{job.queue}</RowTh>
              <Td className="font-mono text-2xs text-muted">{job.tenantId ?? NO_VALUE}</Td>
              <Td>{t(`states.${job.state}`)}</Td>
              <Td align="end">{formatNumber(job.retries, locale)}</Td>
              <Td className="whitespace-nowrap text-muted">
                {formatInstant(job.createdAt, locale, timeZone)}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
