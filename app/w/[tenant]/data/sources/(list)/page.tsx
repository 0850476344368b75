import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ArchivedSources } from "#components/sources/archived-sources.tsx";
import { DataTabs } from "#components/sources/data-tabs.tsx";
import { LatencyFigure } from "#components/sources/latency-figure.tsx";
import { SourcesTable } from "#components/sources/sources-table.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ExportMenu } from "#components/ui/export-menu.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { requireSession } from "#lib/auth/session.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { getLatencyReport, type LatencyReport } from "#lib/sources/index.ts";
import { Refusal } from "../../../refusal.tsx";
import { restoreSourceAction } from "../actions.ts";

/** Rows are counted as they stand: of ten million that takes a moment. */
const LONGEST_MS = 30_000;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sources");
  return { title: t("title") };
}

type Props = Readonly<{ params: Promise<{ tenant: string }> }>;

export default async function SourcesPage({ params }: Props) {
  const session = await requireSession((await params).tenant);
  if (!session.permissions.has("source:read")) return <Refusal session={session} />;
  const [t, report] = await Promise.all([
    getTranslations("sources"),
    withTenant(session, "source:read", (tx) => getLatencyReport(tx, session), {
      timeoutMs: LONGEST_MS,
    }),
  ]);
  const { slug } = session.workspace;
  const mayWrite = session.permissions.has("source:write");
  const isEmpty = report.sources.length === 0;
  const add = mayWrite && (
    <ButtonLink href={`/w/${slug}/data/sources/new`} variant={isEmpty ? "default" : "primary"}>
      {t("add")}
    </ButtonLink>
  );
  return (
    <>
      <Breadcrumbs crumbs={[{ label: t("data") }, { label: t("title") }]} />
      <PageHeader
        title={t("title")}
        purpose={t("purpose")}
        actions={!isEmpty && <HeaderActions session={session} add={add} />}
      />
      <DataTabs slug={slug} permissions={session.permissions} />
      {isEmpty ? (
        <EmptyState
          kind="nothing-yet"
          title={t("emptyTitle")}
          actions={
            <>
              {session.permissions.has("import:write") && (
                <ButtonLink href={`/w/${slug}/data/imports/new`} variant="primary">
                  {t("importFile")}
                </ButtonLink>
              )}
              {add}
            </>
          }
        >
          {t(mayWrite ? "emptyText" : "emptyReadOnly")}
        </EmptyState>
      ) : (
        <Register session={session} report={report} />
      )}
      {report.archived.length > 0 && (
        <Panel title={t("archived")} caption={t("archivedCaption")} hasPadding={false}>
          <ArchivedSources
            sources={report.archived}
            tenant={slug}
            locale={session.formats.locale}
            restore={mayWrite ? restoreSourceAction : null}
          />
        </Panel>
      )}
    </>
  );
}

type HeaderActionsProps = { session: MemberSession; add: ReactNode };

function HeaderActions({ session, add }: HeaderActionsProps) {
  const href = exportHrefOf(session);
  return (
    <>
      {href && <ExportMenu href={href} />}
      {add}
    </>
  );
}

function exportHrefOf({ permissions, workspace }: MemberSession): string | null {
  return permissions.has("customer:export") ? `/w/${workspace.slug}/data/sources/export` : null;
}

type RegisterProps = { session: MemberSession; report: LatencyReport };

function Register({ session, report }: RegisterProps) {
  const { workspace, formats, permissions } = session;
  return (
    <>
      <LatencyFigure
        report={report}
        locale={formats.locale}
        currency={workspace.currency}
        exportHref={exportHrefOf(session)}
      />
      <Panel hasPadding={false}>
        <SourcesTable
          sources={report.sources}
          slug={workspace.slug}
          formats={formats}
          today={report.today}
          timeZone={workspace.timeZone}
          permissions={permissions}
        />
      </Panel>
    </>
  );
}
