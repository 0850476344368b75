import { useTranslations } from "next-intl";
import { recordsHref } from "#components/records/record-places.ts";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { EvidenceLoss } from "#lib/evidence/types.ts";
import type { ImportView, KeptRowGroup, RejectGroup } from "#lib/imports/views.ts";
import { RECORDS } from "#lib/records/kinds.ts";
import { CommitForm, type CommitFormProps } from "./commit-form.tsx";
import { ImportCountsPanel } from "./import-counts.tsx";
import { RejectsPanel } from "./rejects-panel.tsx";
import { UndoForm, type UndoFormProps } from "./undo-form.tsx";
import { UndonePanel } from "./undone-panel.tsx";

export type ImportOutcomeProps = {
  /** Evidence that would go with what it made; null where it cannot be taken back */
  loss: EvidenceLoss | null;
  entry: ImportView;
  groups: readonly RejectGroup[];
  /** Rows that an undo kept */
  kept: readonly KeptRowGroup[];
  slug: string;
  formats: { locale: string; timeZone: string };
  permissions: ReadonlySet<string>;
  mayReadPersonalData: boolean;
  commit: CommitFormProps["action"];
  undo: UndoFormProps["action"];
  /** Of a dry run: the one that has taken its place */
  newerId: string | null;
  /** Different texts of a dry run's file that stand for nothing yet */
  unreadCount: number;
  /** Of a dry run whose file is kept: where it is mapped again */
  remapUrl: string | null;
};

/** What came of an import that has ended, and where to go from here. */
export function ImportOutcome(props: ImportOutcomeProps) {
  const { entry, groups, kept, slug, formats } = props;
  const url = `/w/${slug}/data/imports/${entry.id}`;
  return (
    <div role="status" className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {entry.status === "failed" && <FailedImport {...props} />}
      {entry.undo && (
        <UndonePanel
          undo={entry.undo}
          groups={kept}
          downloadUrl={`${url}/kept.csv`}
          formats={formats}
        />
      )}
      {entry.progress.rows > 0 && (
        <div className={BESIDE}>
          <ImportCountsPanel entry={entry} locale={formats.locale} footer={undoFooterOf(props)} />
          <RejectsPanel
            entry={entry}
            groups={groups}
            downloadUrl={`${url}/rejects.csv`}
            mayReadPersonalData={props.mayReadPersonalData}
            locale={formats.locale}
            footer={footerOf(props)}
          />
        </div>
      )}
      {props.unreadCount > 0 && !props.newerId && props.remapUrl && (
        <UnreadNotice count={props.unreadCount} url={props.remapUrl} />
      )}
      {entry.progress.rows === 0 && entry.status === "succeeded" && <NoRows {...props} />}
    </div>
  );
}

function footerOf(props: ImportOutcomeProps) {
  const { entry, permissions } = props;
  if (entry.isDryRun) return permissions.has("import:write") && <DryRunFooter {...props} />;
  return entry.status === "succeeded" && <NextSteps {...props} />;
}

/** The way back: for a dry run only a promise. */
function undoFooterOf(props: ImportOutcomeProps) {
  const { entry, slug, formats, permissions, undo, loss } = props;
  if (entry.isDryRun) return entry.counts.created + entry.counts.updated > 0 && <UndoPromise />;
  if (!permissions.has("import:write")) return null;
  if (!entry.undoableUntil || Date.parse(entry.undoableUntil) <= Date.now()) return null;
  return (
    <UndoForm
      tenant={slug}
      entry={entry}
      loss={loss}
      until={entry.undoableUntil}
      formats={formats}
      action={undo}
    />
  );
}

function UndoPromise() {
  const t = useTranslations("imports");
  return <p className="text-xs text-muted">{t("undoPromise")}</p>;
}

/** Values that the first rows did not show: they can be mapped now that the whole file was read. */
function UnreadNotice({ count, url }: { count: number; url: string }) {
  const t = useTranslations("imports");
  return (
    <Notice tone="warn">
      <p>{t("unreadValues", { count })}</p>
      <ButtonLink href={url} size="sm" className="mt-2">
        {t("unreadMap", { count })}
      </ButtonLink>
    </Notice>
  );
}

function NoRows(props: ImportOutcomeProps) {
  const t = useTranslations("imports");
  return (
    <EmptyState kind="nothing-yet" title={t("noRowsTitle")} actions={<TryAgain {...props} />}>
      {t("noRowsText")}
    </EmptyState>
  );
}

function DryRunFooter({ entry, slug, formats, commit, newerId, remapUrl }: ImportOutcomeProps) {
  const t = useTranslations("imports");
  const rows = entry.counts.created + entry.counts.updated;
  if (newerId) return <Superseded url={`/w/${slug}/data/imports/${newerId}`} />;
  const remap = remapUrl && <ButtonLink href={remapUrl}>{t("changeMapping")}</ButtonLink>;
  if (rows === 0) {
    return (
      <>
        <p className="min-w-0 flex-1 basis-52 text-xs text-muted">{t("nothingToImport")}</p>
        {remap}
      </>
    );
  }
  return (
    <CommitForm
      tenant={slug}
      importId={entry.id}
      kind={entry.kind}
      rows={rows}
      locale={formats.locale}
      action={commit}
      beside={remap}
    />
  );
}

function Superseded({ url }: { url: string }) {
  const t = useTranslations("imports");
  return (
    <>
      <p className="min-w-0 flex-1 basis-52 text-xs text-muted">{t("superseded")}</p>
      <ButtonLink href={url} variant="primary">
        {t("toNewer")}
      </ButtonLink>
    </>
  );
}

function NextSteps({ entry, slug, permissions }: ImportOutcomeProps) {
  const t = useTranslations("imports");
  const isNew = entry.counts.created + entry.counts.updated > 0;
  return (
    <>
      <p className="min-w-0 flex-1 basis-52 text-xs text-muted">
        {isNew ? t("nextStep", { kind: entry.kind }) : t("nextStepNothing")}
      </p>
      {permissions.has("customer:read") && (hasValue(entry) || madeBy(entry) !== "") && (
        <ButtonLink href={`/w/${slug}/customers${madeBy(entry)}`}>
          {t(madeBy(entry) ? "toNewCustomers" : "toCustomers")}
        </ButtonLink>
      )}
      {entry.kind === "signals" && permissions.has("signal:read") && (
        <ButtonLink
          href={`/w/${slug}/listening${isNew ? `?import=${entry.id}` : ""}`}
          variant="primary"
        >
          {t(isNew ? "toAnswers" : "toListening")}
        </ButtonLink>
      )}
      <ToRecords entry={entry} slug={slug} permissions={permissions} />
      {entry.kind === "acquisition_costs" && permissions.has("value:read") && (
        <ButtonLink href={`/w/${slug}/value/bridge`}>{t("toBridge")}</ButtonLink>
      )}
      {entry.kind === "segment_lists" && permissions.has("segment:read") && (
        <ButtonLink href={`/w/${slug}/segments`} variant="primary">
          {t("toSegments")}
        </ButtonLink>
      )}
      {hasValue(entry) && permissions.has("value:read") && (
        <ButtonLink href={`/w/${slug}/value`} variant="primary">
          {t("toValue")}
        </ButtonLink>
      )}
    </>
  );
}

/** The rows it wrote, where they are listed. */
function ToRecords({
  entry,
  slug,
  permissions,
}: Pick<ImportOutcomeProps, "entry" | "slug" | "permissions">) {
  const t = useTranslations("imports");
  const { kind, counts, id } = entry;
  if (kind === "customers" || kind === "signals") return null;
  if (!permissions.has(RECORDS[kind].permission)) return null;
  const isNew = counts.created + counts.updated > 0;
  return (
    <ButtonLink
      href={`${recordsHref(slug, kind)}${isNew ? `?import=${id}` : ""}`}
      variant={hasValue(entry) || kind === "segment_lists" ? "default" : "primary"}
    >
      {t(isNew ? "toRows" : "toAllRows", { kind })}
    </ButtonLink>
  );
}

/** What customers are worth is told from customers and their orders. */
function hasValue({ kind }: ImportView): boolean {
  return kind === "customers" || kind === "orders";
}

/** The query part for the customers that an import made; "" when it made none. */
function madeBy({ id, kind, counts, customersCreated }: ImportView): string {
  const made = customersCreated + (kind === "customers" ? counts.created : 0);
  return made > 0 ? `?import=${id}` : "";
}

function FailedImport(props: ImportOutcomeProps) {
  const t = useTranslations("imports");
  return (
    <EmptyState kind="failed" title={t("failedTitle")} actions={<TryAgain {...props} />}>
      {props.entry.failure} {t(props.remapUrl ? "failedTextDry" : "failedText")}
    </EmptyState>
  );
}

function TryAgain({ slug, permissions, remapUrl }: ImportOutcomeProps) {
  const t = useTranslations("imports");
  if (!permissions.has("import:write")) return null;
  return (
    <>
      {remapUrl && (
        <ButtonLink href={remapUrl} variant="primary">
          {t("changeMapping")}
        </ButtonLink>
      )}
      <ButtonLink href={`/w/${slug}/data/imports/new`}>{t("sendAgain")}</ButtonLink>
    </>
  );
}

/** Side by side where both have room, also with larger text. */
const BESIDE =
  "flex flex-wrap items-start gap-4 *:min-w-0 max-lg:*:basis-full lg:*:first:basis-76 lg:*:last:grow lg:*:last:basis-96";
