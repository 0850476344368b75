import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { getRecord, listRecords, type RecordRef, type RecordView } from "#lib/bulk/index.ts";
import { COMPLAINT_RECORDS } from "#lib/complaints/index.ts";
import {
  asRecords,
  getCustomer,
  getCustomerByExternalId,
  listCustomers,
} from "#lib/customers/index.ts";
import type { CustomerFilter } from "#lib/customers/types.ts";
import { sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { INTERACTION_RECORDS } from "#lib/interactions/index.ts";
import { ORDER_LINE_RECORDS, ORDER_RECORDS } from "#lib/orders/index.ts";
import { SIGNAL_RECORDS } from "#lib/signals/index.ts";
import { SUBSCRIPTION_RECORDS } from "#lib/subscriptions/index.ts";
import { isSegment } from "#lib/value/types.ts";
import type { ResourceName } from "../types.ts";

/** A query as the schema of the list leaves it. */
export type ListQuery = Readonly<Record<string, unknown>>;

const VIEWS: Readonly<Record<Exclude<ResourceName, "customers">, RecordView<object>>> = {
  orders: ORDER_RECORDS,
  subscriptions: SUBSCRIPTION_RECORDS,
  signals: SIGNAL_RECORDS,
  interactions: INTERACTION_RECORDS,
  complaints: COMPLAINT_RECORDS,
};

/** A page of a resource, as its list is asked for. @throws DomainError as `listRecords` and `listCustomers` */
export async function listResource(
  tx: TenantTx,
  session: Session,
  name: ResourceName,
  query: ListQuery,
): Promise<object> {
  const page = { after: wordOf(query, "after"), limit: Number(query["limit"]) };
  if (name === "customers") {
    const { items, next } = await listCustomers(tx, session, customerFilter(query), page);
    return { items: await asRecords(tx, session, items), next };
  }
  return listRecords(tx, session, VIEWS[name], {
    ...page,
    list: name,
    since: wordOf(query, "since"),
    until: wordOf(query, "until"),
    customer: wordOf(query, "customer"),
    source: wordOf(query, "source"),
  });
}

/** A page of the lines of orders. @throws DomainError as `listRecords` */
export function listOrderLines(tx: TenantTx, session: Session, query: ListQuery): Promise<object> {
  const order = wordOf(query, "order");
  return listRecords(tx, session, ORDER_LINE_RECORDS, {
    ...{ list: "order_lines", after: wordOf(query, "after"), limit: Number(query["limit"]) },
    ...{ since: wordOf(query, "since"), until: wordOf(query, "until") },
    ...{ customer: wordOf(query, "customer"), source: null },
    conditions: order === null ? [] : [sql`t.external_id = ${order}`],
  });
}

/** One of a resource: by id, or by `external:<number>`. @throws DomainError `not_found` */
export function getResource(
  tx: TenantTx,
  session: Session,
  name: ResourceName,
  { id, source }: { id: string; source: string | null },
): Promise<object> {
  const ref = refOf(id, source);
  if (name !== "customers") return getRecord(tx, session, VIEWS[name], ref);
  return getCustomerRecord(tx, session, ref);
}

const EXTERNAL = "external:";

function refOf(id: string, source: string | null): RecordRef {
  return id.startsWith(EXTERNAL) ? { externalId: id.slice(EXTERNAL.length), source } : { id };
}

async function getCustomerRecord(tx: TenantTx, session: Session, ref: RecordRef): Promise<object> {
  const found =
    "id" in ref
      ? await getCustomer(tx, session, ref.id)
      : await getCustomerByExternalId(tx, session, ref.externalId);
  const { attributes, ...customer } = found;
  return {
    ...customer,
    attributes: Object.fromEntries(attributes.map(({ name, value }) => [name, value])),
  };
}

const LONGEST_SEARCH = 200;

function customerFilter(query: ListQuery): CustomerFilter {
  const segment = wordOf(query, "segment");
  return {
    search: (wordOf(query, "q") ?? wordOf(query, "search") ?? "").slice(0, LONGEST_SEARCH),
    segments: segment !== null && isSegment(segment) ? [segment] : [],
    lastOrder: { from: null, to: null },
    revenueAtLeast: null,
    madeBy: "",
    updated: { since: wordOf(query, "updatedSince"), until: wordOf(query, "updatedUntil") },
    mayUseFor: [],
    attributes: [],
    sort: "number",
  };
}

function wordOf(query: ListQuery, name: string): string | null {
  const value = query[name];
  return typeof value === "string" ? value : null;
}
