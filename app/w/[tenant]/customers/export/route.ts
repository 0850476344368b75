import type { Session } from "#lib/auth/types.ts";
import { parseCustomerFilter } from "#lib/customers/filter.ts";
import { listCustomers } from "#lib/customers/index.ts";
import type { CustomerFilter, CustomerListRow } from "#lib/customers/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { amountText } from "#lib/format/amount-text.ts";
import { csvDownload } from "#lib/http/csv-download.ts";
import { memberRoute } from "#lib/http/member-route.ts";

export const dynamic = "force-dynamic";

const ROWS_A_PAGE = 2_000;
const HEADER = [
  "customer_id",
  "name",
  "email",
  "segment",
  "orders",
  "revenue",
  "currency",
  "last_order",
];

/** The customers that match the list's filter. By number: a computation on the way cannot move a row past the reader. */
export const GET = memberRoute(async (request, session) => {
  if (!session.permissions.has("customer:export")) {
    throw new DomainError("forbidden", "Your role does not allow taking the customer list away.");
  }
  const params = Object.fromEntries(new URL(request.url).searchParams);
  const filter: CustomerFilter = { ...parseCustomerFilter(params), sort: "number" };
  const first = await readPage(session, filter, null);
  return csvDownload("customers.csv", HEADER, pages(session, filter, first));
});

type CustomerPage = Awaited<ReturnType<typeof readPage>>;

async function* pages(session: Session, filter: CustomerFilter, first: CustomerPage) {
  for (let page: CustomerPage | null = first; page; ) {
    yield page.items.map((customer) => cells(customer, session.workspace.currency));
    page = page.next ? await readPage(session, filter, page.next) : null;
  }
}

function readPage(session: Session, filter: CustomerFilter, after: string | null) {
  return withTenant(session, "customer:read", (tx) =>
    listCustomers(tx, session, filter, { after, limit: ROWS_A_PAGE }),
  );
}

function cells(customer: CustomerListRow, currency: string) {
  const { externalId, name, email, segment, orderCount, revenueMinor, lastOrderedOn } = customer;
  const revenue = revenueMinor === null ? null : amountText(revenueMinor, currency);
  return [externalId, name, email, segment, orderCount, revenue, currency, lastOrderedOn];
}
