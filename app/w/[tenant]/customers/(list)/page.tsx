import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import {
  deleteViewAction,
  renameViewAction,
  saveViewAction,
  shareViewAction,
  updateViewAction,
} from "#app/w/[tenant]/views/actions.ts";
import { CustomersFilterBar } from "#components/customers/customers-filter-bar.tsx";
import { CustomersTable } from "#components/customers/customers-table.tsx";
import { NoCustomers } from "#components/customers/no-customers.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { ViewsMenu, type ViewsMenuProps } from "#components/views/views-menu.tsx";
import { requireSession } from "#lib/auth/session.ts";
import { type MemberSession, mayReadPersonalData } from "#lib/auth/types.ts";
import { findMovedTiers } from "#lib/clv-runs/index.ts";
import { askedAttribute, type CustomerQuery, customersAddress } from "#lib/customers/filter.ts";
import { countDuplicates, listAttributes, listCountedCustomers } from "#lib/customers/index.ts";
import { parseMoved } from "#lib/customers/value-filter.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { orNotFound } from "#lib/http/or-not-found.ts";
import type { SearchParams } from "#lib/lists/types.ts";
import { listViews } from "#lib/views/index.ts";
import { getSettings } from "#lib/workspaces/index.ts";

const ROWS_A_PAGE = 50;
/** Half of a million customers are counted by what each has, not by an index. */
const LONGEST_MS = 15_000;
const VIEW_ACTIONS = {
  save: saveViewAction,
  update: updateViewAction,
  rename: renameViewAction,
  share: shareViewAction,
  remove: deleteViewAction,
};

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
  const said = await searchParams;
  const query = allowedQuery(session, said);
  const after = typeof said["after"] === "string" ? said["after"] : null;
  const [t, { count, isMore, page, views, attributes, duplicates, hasProfit, movedTiers }] =
    await Promise.all([getTranslations("customers"), readCustomers(session, query, after)]);
  const href = `/w/${session.workspace.slug}/customers`;
  const filters = filtersOf(query, href);
  const importHref = importHrefOf(session);
  const isEmpty = count === 0 && filters.count === 0;
  const isMasked = !mayReadPersonalData(session);
  const result = t(resultWord(isMore, filters.count), {
    count,
    customers: formatNumber(count, session.formats.locale),
  });
  const list = {
    query,
    href,
    formats: session.formats,
    hasRevenue: session.permissions.has("value:read"),
    hasProfit,
    mayExport: session.permissions.has("customer:export"),
  };
  return (
    <>
      <Breadcrumbs crumbs={[{ label: t("title") }]} />
      <PageHeader
        title={t("title")}
        purpose={result}
        actions={
          <HeaderLinks {...{ session, duplicates }} importHref={isEmpty ? null : importHref} />
        }
      />
      {!isEmpty && (
        <CustomersFilterBar
          {...list}
          unknown={customersAddress.unknown(said)}
          result={result}
          isMasked={isMasked}
          attributes={attributes}
          askedAttribute={askedAttribute(said)}
          movedTiers={movedTiers}
          views={viewsMenu(session, query, { views, allLabel: t("allCustomers") })}
        />
      )}
      {count === 0 ? (
        <NoCustomers filters={filters} isMasked={isMasked} importHref={importHref} />
      ) : (
        <CustomersTable {...list} customers={page.items} />
      )}
      <Pager
        label={t("title")}
        first={after ? href + customersAddress.write(query) : null}
        next={page.next && href + customersAddress.write(query, page.next)}
      />
    </>
  );
}

/** How many filters leave customers out, and the list without them. */
function filtersOf(query: CustomerQuery, href: string) {
  const all = href + customersAddress.write(customersAddress.withoutFilters(query));
  return { count: customersAddress.countFilters(query), href: all };
}

function importHrefOf({ permissions, workspace }: MemberSession): string | null {
  return permissions.has("import:write") ? `/w/${workspace.slug}/data/imports/new` : null;
}

function resultWord(isMore: boolean, filters: number) {
  if (isMore) return "foundMany";
  return filters > 0 ? "foundMatching" : "found";
}

type HeaderLinksProps = { session: MemberSession; importHref: string | null; duplicates: number };

function HeaderLinks({ session, importHref, duplicates }: HeaderLinksProps) {
  const t = useTranslations("customers");
  const segments = useTranslations("segmentation");
  const base = `/w/${session.workspace.slug}`;
  return (
    <>
      {session.permissions.has("segment:read") && (
        // The side bar, which has it too, does not stand on a phone.
        <ButtonLink href={`${base}/segments`} variant="quiet" className="lg:hidden">
          {segments("title")}
        </ButtonLink>
      )}
      {importHref && (
        <>
          <ButtonLink href={`${base}/customers/attributes`} variant="quiet">
            {t("more.attributes")}
          </ButtonLink>
          <ButtonLink href={`${base}/customers/duplicates`} variant="quiet">
            {t("more.duplicates", { count: duplicates })}
          </ButtonLink>
          <ButtonLink href={importHref} data-shortcut="create">
            {t("import")}
          </ButtonLink>
        </>
      )}
    </>
  );
}

type Views = Pick<ViewsMenuProps, "views" | "allLabel">;

function viewsMenu({ workspace }: MemberSession, query: CustomerQuery, views: Views) {
  const asked = customersAddress.write({ ...query, view: "" }).slice(1);
  return (
    <ViewsMenu
      {...views}
      tenant={workspace.slug}
      list="customers"
      href={`/w/${workspace.slug}/customers`}
      current={{ viewId: query.view, query: asked }}
      actions={VIEW_ACTIONS}
    />
  );
}

const NOTHING_OF_VALUE = {
  revenueAtLeast: null,
  profit: [],
  bestByRevenue: null,
  bestByProfit: null,
  moved: "",
};

/** Whoever may not read value or personal data asks nothing about it. */
function allowedQuery(session: MemberSession, said: SearchParams): CustomerQuery {
  const query = customersAddress.read(said);
  return {
    ...query,
    ...(session.permissions.has("value:read") ? {} : NOTHING_OF_VALUE),
    ...(mayReadPersonalData(session) ? {} : { mayUseFor: [], attributes: [] }),
  };
}

/** Whether there is a profit to show: to those who may read it, once there is a margin. */
async function hasProfit(tx: TenantTx, session: MemberSession): Promise<boolean> {
  if (!session.permissions.has("value:read")) return false;
  return (await getSettings(tx, session)).marginRate !== null;
}

/** One transaction for the page; a key that is none is an address that leads nowhere. */
function readCustomers(session: MemberSession, query: CustomerQuery, after: string | null) {
  const moved = parseMoved(query.moved);
  const read = async (tx: TenantTx) => ({
    ...(await listCountedCustomers(tx, session, query, { after, limit: ROWS_A_PAGE })),
    views: await listViews(tx, session, "customers"),
    attributes: mayReadPersonalData(session) ? await listAttributes(tx) : [],
    duplicates: session.permissions.has("customer:write") ? await countDuplicates(tx) : 0,
    hasProfit: await hasProfit(tx, session),
    movedTiers: moved && (await findMovedTiers(tx, moved)),
  });
  return orNotFound(withTenant(session, "customer:read", read, { timeoutMs: LONGEST_MS }));
}
