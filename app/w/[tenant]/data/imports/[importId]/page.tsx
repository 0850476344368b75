import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { ImportOutcome } from "#components/imports/import-outcome.tsx";
import { ImportProgress } from "#components/imports/import-progress.tsx";
import { isUnderWay, stageOf } from "#components/imports/import-stage.ts";
import { ImportSteps } from "#components/imports/import-steps.tsx";
import { ReadingPanel } from "#components/imports/reading-panel.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { mayReadPersonalData } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { importLoss } from "#lib/evidence/index.ts";
import { formatInstant } from "#lib/format/format-instant.ts";
import { orNotFound } from "#lib/http/or-not-found.ts";
import {
  findReading,
  findRevision,
  getImport,
  groupKeptRows,
  groupRejects,
  listUnreadValues,
} from "#lib/imports/index.ts";
import { Refusal } from "../../../refusal.tsx";
import { commitImportAction, undoImportAction } from "./actions.ts";

type Props = Readonly<{ params: Promise<{ tenant: string; importId: string }> }>;

/** Read once for the title and the page. */
const readImport = cache(async (tenant: string, importId: string) => {
  const session = await requireSession(tenant);
  if (!session.permissions.has("import:read")) return { session, found: null };
  const reading = withTenant(session, "import:read", async (tx) => {
    const entry = await getImport(tx, importId);
    const reading = await findReading(tx, importId);
    const asked = { importId, kind: entry.kind, reading };
    return {
      ...{ entry, reading },
      groups: await groupRejects(tx, session, importId),
      kept: await groupKeptRows(tx, session, importId),
      loss: entry.undoableUntil ? await importLoss(tx, session, importId) : null,
      revision: await findRevision(tx, session, importId),
      unread: entry.isDryRun ? await listUnreadValues(tx, session, asked) : [],
    };
  });
  return { session, found: await orNotFound(reading) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, importId } = await params;
  const [t, { found }] = await Promise.all([
    getTranslations("imports"),
    readImport(tenant, importId),
  ]);
  return { title: found ? `${found.entry.fileName} · ${t("title")}` : t("title") };
}

export default async function ImportPage({ params }: Props) {
  const { tenant, importId } = await params;
  const [t, { session, found }] = await Promise.all([
    getTranslations("imports"),
    readImport(tenant, importId),
  ]);
  if (!found) return <Refusal session={session} />;
  const { entry, groups, kept, loss, reading, revision, unread } = found;
  const { formats } = session;
  const url = `/w/${tenant}/data/imports/${entry.id}`;
  const kind = t(`kindInside_${entry.kind}`);
  const when = formatInstant(entry.createdAt, formats.locale, formats.timeZone);
  const who = entry.createdByName ?? t(`origin_${entry.origin}`);
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: t("data") },
          { label: t("title"), href: `/w/${tenant}/data/imports` },
          { label: entry.fileName },
        ]}
      />
      <PageHeader
        title={t(entry.isDryRun ? "dryRunTitle" : "importTitle", { kind })}
        purpose={`${entry.fileName} · ${t("by", { name: who, when })}`}
      />
      <ImportSteps current={stageOf(entry)} />
      {isUnderWay(entry) ? (
        <ImportProgress
          key={entry.status}
          entry={entry}
          progressUrl={`${url}/progress`}
          locale={formats.locale}
        />
      ) : (
        <ImportOutcome
          loss={loss}
          entry={entry}
          groups={groups}
          kept={kept}
          slug={tenant}
          formats={formats}
          permissions={session.permissions}
          mayReadPersonalData={mayReadPersonalData(session)}
          commit={commitImportAction}
          undo={undoImportAction}
          newerId={revision.newerId}
          unreadCount={unread.length}
          remapUrl={revision.isRevisable && mayReadPersonalData(session) ? `${url}/mapping` : null}
        />
      )}
      {reading && <ReadingPanel reading={reading} kind={entry.kind} locale={formats.locale} />}
    </>
  );
}
