import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ImportsFilterBar } from "#components/imports/imports-filter-bar.tsx";
import { ImportsTable } from "#components/imports/imports-table.tsx";
import { NoImports } from "#components/imports/no-imports.tsx";
import { DataTabs } from "#components/sources/data-tabs.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { orNotFound } from "#lib/http/or-not-found.ts";
import { importsAddress } from "#lib/imports/filter.ts";
import { listImports, listReplaced } from "#lib/imports/index.ts";
import { listSourceNames } from "#lib/sources/index.ts";
import { Refusal } from "../../../refusal.tsx";

const IMPORTS_A_PAGE = 50;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("imports");
  return { title: t("title") };
}

type Props = Readonly<{
  params: Promise<{ tenant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

export default async function ImportsPage({ params, searchParams }: Props) {
  const [{ tenant }, asked, t] = await Promise.all([
    params,
    searchParams,
    getTranslations("imports"),
  ]);
  const session = await requireSession(tenant);
  if (!session.permissions.has("import:read")) return <Refusal session={session} />;
  const after = typeof asked["after"] === "string" ? asked["after"] : null;
  const query = importsAddress.read(asked);
  const { permissions } = session;
  const { page, replacedIds, sources } = await orNotFound(
    withTenant(session, "import:read", async (tx) => {
      const page = await listImports(tx, { after, limit: IMPORTS_A_PAGE }, query);
      const ids = page.items.map(({ id }) => id);
      const replacedIds = await listReplaced(tx, session, ids);
      const sources = permissions.has("source:read") ? await listSourceNames(tx) : [];
      return { page, replacedIds, sources };
    }),
  );
  const base = `/w/${tenant}/data/imports`;
  const importButton = permissions.has("import:write") && (
    <ButtonLink href={`${base}/new`} variant="primary">
      {t("importFile")}
    </ButtonLink>
  );
  const filters = importsAddress.countFilters(query);
  const isEmpty = page.items.length === 0 && !after && filters === 0;
  return (
    <>
      <Breadcrumbs crumbs={[{ label: t("data") }, { label: t("title") }]} />
      <PageHeader title={t("title")} purpose={t("purpose")} actions={!isEmpty && importButton} />
      <DataTabs slug={tenant} permissions={permissions} />
      {!isEmpty && (
        <ImportsFilterBar
          query={query}
          unknown={importsAddress.unknown(asked)}
          href={base}
          sources={sources.map(({ id, name }) => ({ value: id, label: name }))}
          exportHref={permissions.has("customer:export") ? `${base}/export` : null}
        />
      )}
      {page.items.length === 0 ? (
        <NoImports filters={filters} href={base} importButton={importButton} />
      ) : (
        <Panel hasPadding={false}>
          <ImportsTable
            imports={page.items}
            slug={tenant}
            formats={session.formats}
            replacedIds={replacedIds}
          />
        </Panel>
      )}
      <Pager
        label={t("title")}
        first={after && base + importsAddress.write(query)}
        next={page.next && base + importsAddress.write(query, page.next)}
      />
    </>
  );
}
