import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CustomerBridge } from "#components/bridge/customer-bridge.tsx";
import { ConsentsPanel } from "#components/customers/consents-panel.tsx";
import { CustomerFacts, CustomerImports } from "#components/customers/customer-facts.tsx";
import { CustomerHeader } from "#components/customers/customer-header.tsx";
import { CustomerTiles } from "#components/customers/customer-tiles.tsx";
import { MergesPanel } from "#components/customers/merges-panel.tsx";
import { OrdersPanel } from "#components/customers/orders-panel.tsx";
import { RfmPanel } from "#components/customers/rfm-panel.tsx";
import { SegmentsPanel } from "#components/customers/segments-panel.tsx";
import { CustomerSignals } from "#components/listening/customer-signals.tsx";
import { ProtectionLink } from "#components/protection/protection-link.tsx";
import { CustomerRecordsPanel } from "#components/records/customer-records-panel.tsx";
import { StandingPanel } from "#components/tiers/standing-panel.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { MainAndAside } from "#components/ui/main-and-aside.tsx";
import { CustomerCasePanel } from "#components/watchlist/customer-case-panel.tsx";
import { requireSession } from "#lib/auth/session.ts";
import type { MemberSession, Session } from "#lib/auth/types.ts";
import { type CustomerExtras, findCustomerExtras } from "#lib/bridge/index.ts";
import { getCustomer } from "#lib/customers/index.ts";
import type { CustomerDetail } from "#lib/customers/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { findOpenCase } from "#lib/defection/index.ts";
import type { CaseSummary } from "#lib/defection/types.ts";
import { orNotFound } from "#lib/http/or-not-found.ts";
import { findStanding } from "#lib/lookup/index.ts";
import type { StandingFound } from "#lib/lookup/types.ts";
import { fillMonths } from "#lib/orders/fill-months.ts";
import { listOrderMonths, listOrders } from "#lib/orders/index.ts";
import { type CustomerRecords, listRecordsOfCustomer } from "#lib/records/index.ts";
import { type CustomerSegment, listSegmentsOf } from "#lib/segments/index.ts";
import { listSignalsOf } from "#lib/signals/index.ts";
import type { SignalListRow } from "#lib/signals/types.ts";
import { recordConsentAction, unmergeAction } from "./actions.ts";

const ORDERS_A_PAGE = 20;
const MOST_MONTHS = 36;
const RECORDS_SHOWN = 5;

type Props = Readonly<{
  params: Promise<{ tenant: string; customerId: string }>;
  searchParams: Promise<{ after?: string | string[] }>;
}>;

/** A name does not belong into a browser's history: the page is called by the number of the customer. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("customers");
  return { title: t("customer") };
}

export default async function CustomerPage({ params, searchParams }: Props) {
  const { tenant, customerId } = await params;
  const { after } = await searchParams;
  const session = await requireSession(tenant);
  const [t, { customer, standing, openCase, segments, orders, months, extras, ...history }] =
    await Promise.all([
      getTranslations("customers"),
      readCustomer(session, customerId, typeof after === "string" ? after : null),
    ]);
  const { slug } = session.workspace;
  const { locale } = session.formats;
  const list = `/w/${slug}/customers`;
  const href = `${list}/${customer.id}`;
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: t("title"), href: list },
          { label: customer.name ?? customer.externalId },
        ]}
      />
      <CustomerHeader
        customer={customer}
        locale={locale}
        cardHref={session.permissions.has("card:open") ? `/w/${slug}/lookup/${customer.id}` : null}
      />
      {customer.value && (
        <CustomerTiles
          value={customer.value}
          formats={session.formats}
          hasRevenue={session.permissions.has("value:read")}
        />
      )}
      <MainAndAside>
        <div className="min-w-0 space-y-4">
          {orders.items.length > 0 ? (
            <OrdersPanel
              orders={orders.items}
              months={months}
              locale={locale}
              first={after ? href : null}
              next={orders.next && `${href}?after=${orders.next}`}
            />
          ) : (
            <EmptyState kind="no-match" title={t("noOrdersTitle")}>
              {t("noOrdersText")}
            </EmptyState>
          )}
          <BridgePart session={session} customer={customer} standing={standing} extras={extras} />
          <CustomerHistory session={session} customer={customer} {...history} />
        </div>
        <CustomerAside {...{ session, customer, standing, openCase, segments }} />
      </MainAndAside>
    </>
  );
}

type BridgePartProps = Omit<CustomerAsideProps, "openCase" | "segments"> & {
  extras: CustomerExtras;
};

/** What a customer brought and may bring yet, for those who may read value. */
function BridgePart({ session, customer, standing, extras }: BridgePartProps) {
  const { value } = customer;
  if (!value || value.revenueMinor === null) return null;
  return (
    <CustomerBridge
      value={value}
      ahead={typeof standing === "string" ? null : standing.value}
      extras={extras}
      currency={session.workspace.currency}
      locale={session.formats.locale}
      exportHref={
        session.permissions.has("customer:export")
          ? `/w/${session.workspace.slug}/customers/${customer.id}/bridge/export`
          : null
      }
    />
  );
}

type CustomerHistoryProps = {
  session: MemberSession;
  customer: CustomerDetail;
  records: readonly CustomerRecords[];
  signals: readonly SignalListRow[];
};

/** What they said, asked and pay for, the last of each kind; nothing of a kind they have none of. */
function CustomerHistory({ session, customer, records, signals }: CustomerHistoryProps) {
  const { workspace, permissions, formats } = session;
  const own = { slug: workspace.slug, number: customer.externalId, formats };
  return (
    <>
      {signals.length > 0 && <CustomerSignals {...own} signals={signals} />}
      {records.map((each) => (
        <CustomerRecordsPanel
          key={each.kind}
          {...own}
          kind={each.kind}
          rows={each.rows}
          permissions={permissions}
        />
      ))}
    </>
  );
}

type CustomerAsideProps = {
  session: MemberSession;
  customer: CustomerDetail;
  standing: StandingFound;
  openCase: CaseSummary | null;
  segments: readonly CustomerSegment[];
};

/** That they may leave and who works on it; nothing of others. */
function CustomerCase(props: Omit<CustomerAsideProps, "segments">) {
  const { session, customer, standing, openCase } = props;
  const { workspace, permissions, formats } = session;
  const maySee = permissions.has("value:read");
  const isInDanger = maySee && typeof standing !== "string" && standing.mayLeave;
  if (!(openCase || isInDanger)) return null;
  return (
    <CustomerCasePanel
      open={openCase}
      href={maySee ? `/w/${workspace.slug}/value/watchlist/${customer.id}` : null}
      mayWrite={permissions.has("defection:write")}
      locale={formats.locale}
    />
  );
}

/** What is known about the customer beside the orders. */
function CustomerAside({ session, customer, standing, openCase, segments }: CustomerAsideProps) {
  const { workspace, permissions, formats } = session;
  const mayWrite = permissions.has("customer:write");
  const own = { tenant: workspace.slug, formats };
  return (
    <aside className="min-w-0 space-y-4">
      <CustomerCase {...{ session, customer, standing, openCase }} />
      <StandingPanel standing={standing} formats={formats} />
      {customer.value && <RfmPanel value={customer.value} />}
      <SegmentsPanel
        segments={segments}
        href={`/w/${workspace.slug}/segments`}
        locale={formats.locale}
      />
      <CustomerFacts customer={customer} locale={formats.locale} />
      {!customer.isMasked && (
        <ConsentsPanel
          {...own}
          customer={customer}
          action={mayWrite ? recordConsentAction : null}
        />
      )}
      {customer.merges.length > 0 && (
        <MergesPanel {...own} merges={customer.merges} action={mayWrite ? unmergeAction : null} />
      )}
      {permissions.has("import:read") && (
        <CustomerImports
          imports={customer.imports}
          href={`/w/${workspace.slug}/data/imports`}
          locale={formats.locale}
          timeZone={formats.timeZone}
        />
      )}
      {permissions.has("protection:write") && (
        <ProtectionLink tenant={workspace.slug} externalId={customer.externalId} />
      )}
    </aside>
  );
}

/** One transaction for the page; an unknown customer and a key that is none are the same 404. */
function readCustomer(session: Session, customerId: string, after: string | null) {
  return orNotFound(
    withTenant(session, "customer:read", async (tx) => ({
      customer: await getCustomer(tx, session, customerId),
      standing: await findStanding(tx, session, customerId),
      openCase: await findOpenCase(tx, session, customerId),
      segments: await listSegmentsOf(tx, session, customerId),
      orders: await listOrders(tx, session, customerId, { after, limit: ORDERS_A_PAGE }),
      records: await listRecordsOfCustomer(tx, session, customerId, RECORDS_SHOWN),
      signals: await listSignalsOf(tx, session, customerId, RECORDS_SHOWN),
      extras: await findCustomerExtras(tx, session, customerId),
      months: fillMonths(await listOrderMonths(tx, session, customerId), MOST_MONTHS),
    })),
  );
}
