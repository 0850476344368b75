import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuditFilterBar } from "#components/audit/audit-filter-bar.tsx";
import { AuditTable } from "#components/audit/audit-table.tsx";
import { NoEvents } from "#components/audit/no-events.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pager } from "#components/ui/pager.tsx";
import {
  auditQuery,
  countFilters,
  parseAuditFilter,
  unknownInAuditFilter,
} from "#lib/audit/filter.ts";
import { listAuditEvents, listAuditPeople } from "#lib/audit/index.ts";
import type { AuditFilter } from "#lib/audit/types.ts";
import { requireSession } from "#lib/auth/session.ts";
import type { MemberSession } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { orNotFound } from "#lib/http/or-not-found.ts";
import { getSettings } from "#lib/workspaces/index.ts";
import { Refusal } from "../../refusal.tsx";

const ROWS_A_PAGE = 50;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("audit");
  return { title: t("title") };
}

type Props = Readonly<{
  params: Promise<{ tenant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

export default async function AuditPage({ params, searchParams }: Props) {
  const session = await requireSession((await params).tenant);
  if (!session.permissions.has("audit:read")) return <Refusal session={session} />;
  const query = await searchParams;
  const filter = parseAuditFilter(query);
  const after = typeof query["after"] === "string" ? query["after"] : null;
  const [t, settings, { page, people, retention }] = await Promise.all([
    getTranslations("audit"),
    getTranslations("settings"),
    readAudit(session, filter, after),
  ]);
  const { slug, timeZone, currency } = session.workspace;
  const href = `/w/${slug}/settings/audit`;
  const filters = countFilters(filter);
  return (
    <>
      <Breadcrumbs
        crumbs={[{ label: settings("title"), href: `/w/${slug}/settings` }, { label: t("title") }]}
      />
      <PageHeader title={t("title")} purpose={t("purpose", { days: retention })} />
      <AuditFilterBar
        {...{ filter, people, href }}
        unknown={unknownInAuditFilter(query)}
        locale={session.formats.locale}
        mayExport={session.permissions.has("audit:export")}
      />
      {page.items.length === 0 ? (
        <NoEvents filters={filters} href={href} />
      ) : (
        <AuditTable
          events={page.items}
          tenant={slug}
          permissions={session.permissions}
          {...{ currency, timeZone }}
          locale={session.formats.locale}
        />
      )}
      <Pager
        label={t("title")}
        first={after ? href + auditQuery(filter) : null}
        next={page.next && href + auditQuery(filter, page.next)}
      />
    </>
  );
}

/** One transaction for the page; a key that is none is an address that leads nowhere. */
function readAudit(session: MemberSession, filter: AuditFilter, after: string | null) {
  return orNotFound(
    withTenant(session, "audit:read", async (tx) => ({
      page: await listAuditEvents(tx, session, filter, { after, limit: ROWS_A_PAGE }),
      people: await listAuditPeople(tx),
      retention: (await getSettings(tx, session)).auditRetentionDays,
    })),
  );
}
