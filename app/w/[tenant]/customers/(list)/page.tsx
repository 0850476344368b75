import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CustomersFilterBar } from "#components/customers/customers-filter-bar.tsx";
import { CustomersTable } from "#components/customers/customers-table.tsx";
import { NoCustomers } from "#components/customers/no-customers.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { mayReadPersonalData, type Session } from "#lib/auth/types.ts";
import { customerQuery, isFiltered, parseCustomerFilter } from "#lib/customers/filter.ts";
import { countCustomers, listCustomers } from "#lib/customers/index.ts";
import type { CustomerFilter } from "#lib/customers/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { orNotFound } from "#lib/http/or-not-found.ts";

const ROWS_A_PAGE = 50;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("customers");
  return { title: t("title") };
}

type Props = Readonly<{
  params: Promise<{ tenant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

export default async function CustomersPage({ params, searchParams }: Props) {
  const session = await requireSession((await params).tenant);
  const query = await searchParams;
  const filter = parseCustomerFilter(query);
  const after = typeof query["after"] === "string" ? query["after"] : null;
  const [t, { count, page }] = await Promise.all([
    getTranslations("customers"),
    readCustomers(session, filter, after),
  ]);
  const { slug } = session.workspace;
  const href = `/w/${slug}/customers`;
  const isNarrowed = isFiltered(filter);
  const isMasked = !mayReadPersonalData(session);
  const mayImport = session.permissions.has("import:write");
  const importHref = mayImport ? `/w/${slug}/data/imports/new` : null;
  return (
    <>
      <Breadcrumbs crumbs={[{ label: t("title") }]} />
      <PageHeader
        title={t("title")}
        purpose={t(isNarrowed ? "foundMatching" : "found", {
          count,
          customers: formatNumber(count, session.formats.locale),
        })}
        actions={importHref && <ButtonLink href={importHref}>{t("import")}</ButtonLink>}
      />
      {(count > 0 || isNarrowed) && (
        <CustomersFilterBar
          filter={filter}
          href={href}
          isMasked={isMasked}
          mayExport={session.permissions.has("customer:export")}
        />
      )}
      {count === 0 ? (
        <NoCustomers
          isFiltered={isNarrowed}
          isMasked={isMasked}
          href={href}
          importHref={importHref}
        />
      ) : (
        <CustomersTable
          customers={page.items}
          filter={filter}
          href={href}
          formats={session.formats}
          hasRevenue={session.permissions.has("value:read")}
        />
      )}
      <Pager
        label={t("title")}
        first={after ? href + customerQuery(filter) : null}
        next={page.next && href + customerQuery(filter, page.next)}
      />
    </>
  );
}

/** One transaction for the page; a key that is none is an address that leads nowhere. */
function readCustomers(session: Session, filter: CustomerFilter, after: string | null) {
  return orNotFound(
    withTenant(session, "customer:read", async (tx) => ({
      count: await countCustomers(tx, session, filter),
      page: await listCustomers(tx, session, filter, { after, limit: ROWS_A_PAGE }),
    })),
  );
}
