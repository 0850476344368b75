import type { Session } from "#lib/auth/types.ts";
import { parseCustomerQuery } from "#lib/customers/filter.ts";
import { listChosenCustomers, listCustomers, recordCustomerExport } from "#lib/customers/index.ts";
import type { CustomerFilter, CustomerListRow } from "#lib/customers/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { amountText } from "#lib/format/amount-text.ts";
import { csvDownload } from "#lib/http/csv-download.ts";
import { memberRoute } from "#lib/http/member-route.ts";

export const dynamic = "force-dynamic";

const ROWS_A_PAGE = 2_000;
const MOST_CHOSEN = 200;
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

/**
 * The customers that match the list's filter, or those of `?ids=…&ids=…`. By number: a computation on the way cannot
 * move a row past the reader. Whoever takes them away leaves an event, written before the first byte goes out.
 */
export const GET = memberRoute(async (request, session) => {
  if (!session.permissions.has("customer:export")) {
    throw new DomainError("forbidden", "Your role does not allow taking the customer list away.");
  }
  const params = new URL(request.url).searchParams;
  const rows = params.has("ids")
    ? await chosen(session, params.getAll("ids"))
    : await matching(session, { ...parseCustomerQuery(params), sort: "number" });
  return csvDownload("customers.csv", HEADER, rows);
});

type Rows = AsyncIterable<(string | number | null)[][]>;

/** Read before the answer begins: a refusal still has a status of its own. */
async function matching(session: Session, filter: CustomerFilter): Promise<Rows> {
  const first = await readPage(session, filter, null);
  await withTenant(session, "customer:export", (tx) =>
    recordCustomerExport(tx, session, { filter }),
  );
  return pages(session, filter, first);
}

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

async function chosen(session: Session, ids: readonly string[]): Promise<Rows> {
  if (ids.length > MOST_CHOSEN) {
    throw new DomainError("invalid_input", `At most ${MOST_CHOSEN} customers can be chosen.`);
  }
  const customers = await withTenant(session, "customer:read", (tx) =>
    listChosenCustomers(tx, session, ids),
  );
  await withTenant(session, "customer:export", (tx) =>
    recordCustomerExport(tx, session, { chosen: customers.length }),
  );
  return inOnePage(customers.map((customer) => cells(customer, session.workspace.currency)));
}

async function* inOnePage<Row>(rows: Row[]) {
  yield rows;
}

function cells(customer: CustomerListRow, currency: string) {
  const { externalId, name, email, segment, orderCount, revenueMinor, lastOrderedOn } = customer;
  const revenue = revenueMinor === null ? null : amountText(revenueMinor, currency);
  return [externalId, name, email, segment, orderCount, revenue, currency, lastOrderedOn];
}
