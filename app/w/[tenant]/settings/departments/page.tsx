import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ArchivedDepartments } from "#components/departments/archived-departments.tsx";
import { DepartmentTree } from "#components/departments/department-tree.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ExportMenu } from "#components/ui/export-menu.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { listDepartments } from "#lib/departments/index.ts";
import { readingOrder } from "#lib/departments/tree.ts";
import { Refusal } from "../../refusal.tsx";
import { restoreDepartmentAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.tree");
  return { title: t("title") };
}

type Props = Readonly<{ params: Promise<{ tenant: string }> }>;

export default async function DepartmentsPage({ params }: Props) {
  const session = await requireSession((await params).tenant);
  if (!session.permissions.has("department:read")) return <Refusal session={session} />;
  const [t, people, departments] = await Promise.all([
    getTranslations("people.tree"),
    getTranslations("people"),
    withTenant(session, "department:read", listDepartments),
  ]);
  const base = `/w/${session.workspace.slug}/settings`;
  const mayWrite = session.permissions.has("department:write");
  const active = readingOrder(departments.filter(({ isArchived }) => !isArchived));
  const archived = departments.filter(({ isArchived }) => isArchived);
  const create = mayWrite && (
    <ButtonLink href={`${base}/departments/new`} variant="primary">
      {t("create")}
    </ButtonLink>
  );
  const isEmpty = active.length === 0;
  return (
    <>
      <Breadcrumbs crumbs={[{ label: people("settings"), href: base }, { label: t("title") }]} />
      <PageHeader
        title={t("title")}
        purpose={t("purpose")}
        actions={
          !isEmpty && (
            <>
              {session.permissions.has("customer:export") && (
                <ExportMenu href={`${base}/departments/export`} />
              )}
              {create}
            </>
          )
        }
      />
      {isEmpty ? (
        <EmptyState kind="nothing-yet" title={t("emptyTitle")} actions={create}>
          {t(mayWrite ? "emptyText" : "emptyReadOnly")}
        </EmptyState>
      ) : (
        <Panel hasPadding={false}>
          <DepartmentTree branches={active} href={`${base}/departments`} mayWrite={mayWrite} />
        </Panel>
      )}
      {archived.length > 0 && (
        <Panel title={t("archived")} caption={t("archivedCaption")} hasPadding={false}>
          <ArchivedDepartments
            departments={archived}
            tenant={session.workspace.slug}
            restore={mayWrite ? restoreDepartmentAction : null}
          />
        </Panel>
      )}
    </>
  );
}
