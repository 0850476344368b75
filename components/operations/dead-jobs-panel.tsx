import { useTranslations } from "next-intl";
import { ActionButton } from "#components/account/action-button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import type { FormAction } from "#lib/actions/result.ts";
import { formatInstant } from "#lib/format/format-instant.ts";
import { NO_VALUE } from "#lib/format/no-value.ts";
import { isRetriable, sourceOf } from "#lib/operations/dead-letters.ts";
import type { JobRow } from "#lib/operations/types.ts";

export type DeadJobsPanelProps = {
  jobs: readonly JobRow[];
  locale: string;
  timeZone: string;
  retry: FormAction<void>;
  discard: FormAction<void>;
};

/** Jobs that were given up after their last try. */
export function DeadJobsPanel({ jobs, ...props }: DeadJobsPanelProps) {
  const t = useTranslations("operations");
  const title = t("dead", { count: jobs.length });
  if (jobs.length === 0) return <Panel title={title} caption={t("deadCaption")} />;
  return (
    <Panel title={title} caption={t("deadCaption")} hasPadding={false}>
      <Table label={title}>
        <thead>
          <tr>
            <Th>{t("queue")}</Th>
            <Th>{t("workspace")}</Th>
            <Th>{t("since")}</Th>
            <Th align="end">{t("actions")}</Th>
          </tr>
        </thead>
        <tbody>
          {jobs.map((job) => (
            <DeadJobRow key={job.id} job={job} {...props} />
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}

function DeadJobRow({
  job,
  locale,
  timeZone,
  retry,
  discard,
}: Omit<DeadJobsPanelProps, "jobs"> & { job: JobRow }) {
  const t = useTranslations("operations");
  const queue = sourceOf(job.queue);
  const fields = { jobId: job.id, queue: job.queue };
  return (
    <tr>
      <RowTh className="font-mono text-2xs">{queue}</RowTh>
      <Td className="font-mono text-2xs text-muted">{job.tenantId ?? NO_VALUE}</Td>
      <Td className="whitespace-nowrap text-muted">
        {formatInstant(job.createdAt, locale, timeZone)}
      </Td>
      <Td align="end" className="whitespace-nowrap">
        <span className="inline-flex gap-2">
          {isRetriable(job.queue) && (
            <ActionButton
              action={retry}
              fields={fields}
              size="sm"
              aria-label={t("retryOf", { queue })}
            >
              {t("retry")}
            </ActionButton>
          )}
          <ActionButton
            action={discard}
            fields={fields}
            size="sm"
            aria-label={t("discardOf", { queue })}
          >
            {t("discard")}
          </ActionButton>
        </span>
      </Td>
    </tr>
  );
}
