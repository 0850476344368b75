import { useTranslations } from "next-intl";
import { SkipLink } from "#components/shell/skip-link.tsx";
import type { Theme } from "#components/shell/theme.ts";
import { ThemeSwitch } from "#components/shell/theme-switch.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { FormAction } from "#lib/actions/result.ts";
import type { Administration } from "#lib/operations/index.ts";
import { BackupPanel } from "./backup-panel.tsx";
import { DeadJobsPanel } from "./dead-jobs-panel.tsx";
import { DeletionsPanel } from "./deletions-panel.tsx";
import { HealthPanel } from "./health-panel.tsx";
import { ImportWorkPanel } from "./import-work-panel.tsx";
import { JobsPanel } from "./jobs-panel.tsx";
import { QueuesPanel } from "./queues-panel.tsx";

export type AdministrationViewProps = {
  administration: Administration;
  locale: string;
  timeZone: string;
  /** ISO 8601 in UTC */
  now: string;
  home: string;
  theme: Theme;
  retry: FormAction<void>;
  discard: FormAction<void>;
};

/** The state of the installation on one page. */
export function AdministrationView(props: AdministrationViewProps) {
  const { administration, home, theme, retry, discard, now, ...formats } = props;
  const t = useTranslations("operations");
  const { operations, queues, openJobs, deadJobs, imports, deletions } = administration;
  return (
    <>
      <SkipLink />
      <main id="main" tabIndex={-1} className="page page-stack mx-auto outline-none">
        <PageHeader
          title={t("title")}
          purpose={t("purpose")}
          actions={
            <>
              <ButtonLink href={home}>{t("back")}</ButtonLink>
              <ThemeSwitch theme={theme} />
            </>
          }
        />
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <HealthPanel operations={operations} locale={formats.locale} />
          <BackupPanel backup={operations.backup} now={now} {...formats} />
        </div>
        <DeadJobsPanel jobs={deadJobs} retry={retry} discard={discard} {...formats} />
        <ImportWorkPanel imports={imports} {...formats} />
        <JobsPanel jobs={openJobs} {...formats} />
        <QueuesPanel queues={queues} locale={formats.locale} />
        {deletions.length > 0 && <DeletionsPanel deletions={deletions} {...formats} />}
      </main>
    </>
  );
}
