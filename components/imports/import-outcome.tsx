import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { ImportView, RejectGroup } from "#lib/imports/views.ts";
import { CommitForm, type CommitFormProps } from "./commit-form.tsx";
import { ImportCountsPanel } from "./import-counts.tsx";
import { RejectsPanel } from "./rejects-panel.tsx";

export type ImportOutcomeProps = {
  entry: ImportView;
  groups: readonly RejectGroup[];
  slug: string;
  locale: string;
  permissions: ReadonlySet<string>;
  mayReadPersonalData: boolean;
  commit: CommitFormProps["action"];
};

/** What came of an import that has ended, and where to go from here. */
export function ImportOutcome(props: ImportOutcomeProps) {
  const { entry, groups, slug, locale, permissions } = props;
  if (entry.status === "failed") return <FailedImport {...props} />;
  const footer = entry.isDryRun ? (
    permissions.has("import:write") && <CommitFooter {...props} />
  ) : (
    <NextSteps {...props} />
  );
  return (
    <div role="status" className={BESIDE}>
      <ImportCountsPanel entry={entry} locale={locale} />
      <RejectsPanel
        entry={entry}
        groups={groups}
        downloadUrl={`/w/${slug}/data/imports/${entry.id}/rejects.csv`}
        mayReadPersonalData={props.mayReadPersonalData}
        locale={locale}
        footer={footer}
      />
    </div>
  );
}

function CommitFooter({ entry, slug, locale, commit }: ImportOutcomeProps) {
  const t = useTranslations("imports");
  const rows = entry.counts.created + entry.counts.updated;
  if (rows === 0) return <p className="text-xs text-muted">{t("nothingToImport")}</p>;
  return <CommitForm tenant={slug} importId={entry.id} {...{ rows, locale }} action={commit} />;
}

function NextSteps({ entry, slug, permissions }: ImportOutcomeProps) {
  const t = useTranslations("imports");
  const isNew = entry.counts.created + entry.counts.updated > 0;
  return (
    <>
      <p className="min-w-0 flex-1 basis-52 text-xs text-muted">
        {t(isNew ? "nextStep" : "nextStepNothing")}
      </p>
      {permissions.has("customer:read") && (
        <ButtonLink href={`/w/${slug}/customers`}>{t("toCustomers")}</ButtonLink>
      )}
      {permissions.has("value:read") && (
        <ButtonLink href={`/w/${slug}/value`} variant="primary">
          {t("toValue")}
        </ButtonLink>
      )}
    </>
  );
}

function FailedImport({ entry, slug, permissions }: ImportOutcomeProps) {
  const t = useTranslations("imports");
  const again = permissions.has("import:write") && (
    <ButtonLink href={`/w/${slug}/data/imports/new`}>{t("sendAgain")}</ButtonLink>
  );
  return (
    <EmptyState kind="failed" title={t("failedTitle")} actions={again}>
      {entry.failure} {t("failedText")}
    </EmptyState>
  );
}

/** Side by side where both have room, also with larger text. */
const BESIDE =
  "flex flex-wrap items-start gap-4 *:min-w-0 max-lg:*:basis-full lg:*:first:basis-76 lg:*:last:grow lg:*:last:basis-96";
