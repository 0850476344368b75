import "server-only";
import { shownNumber } from "#lib/auth/shown-number.ts";
import { mayReadPersonalData, type Session } from "#lib/auth/types.ts";
import { isId } from "#lib/db/is-id.ts";
import { empty, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { Page, PageRequest } from "#lib/lists/types.ts";
import type { CustomerKey } from "./keys.ts";
import { openCustomerKey, sealCustomerKey } from "./queries/customer-key.ts";
import { type FilterSql, filterSql, MOST_TO_SORT, needsValue } from "./queries/filter-sql.ts";
import { CUSTOMER, ownValue, rowsOf, type StoredRow, VALUE } from "./queries/rows-of.ts";
import { keyIn, stretchesAfter } from "./stretches.ts";
import type { CountedCustomers, CustomerFilter, CustomerListRow } from "./types.ts";

/**
 * Customers that match, in the order asked for; by number for those who may not read value.
 *
 * @throws DomainError `invalid_input` when `after` is not a key of this list; `forbidden` for a filter by what the role
 * may not read
 */
export async function listCustomers(
  tx: TenantTx,
  session: Session,
  filter: CustomerFilter,
  page: PageRequest,
): Promise<Page<CustomerListRow>> {
  return readRows(tx, session, { ...page, filter, asked: await filterSql(tx, session, filter) });
}

/**
 * A page of the list and how many match in all; of a search that finds many no more than 2,000 are counted.
 *
 * @throws DomainError as `listCustomers`
 */
export async function listCountedCustomers(
  tx: TenantTx,
  session: Session,
  filter: CustomerFilter,
  page: PageRequest,
): Promise<CountedCustomers> {
  const asked = await filterSql(tx, session, filter);
  const counted = await countRows(tx, session, filter, asked);
  return { ...counted, page: await readRows(tx, session, { ...page, filter, asked }) };
}

type Rows = PageRequest & { filter: CustomerFilter; asked: FilterSql };

async function readRows(
  tx: TenantTx,
  session: Session,
  { filter, asked, after, limit }: Rows,
): Promise<Page<CustomerListRow>> {
  const sort = session.permissions.has("value:read") ? filter.sort : "number";
  const key = openCustomerKey(session, after);
  const found: { row: StoredRow; key: CustomerKey }[] = [];
  for (const stretch of stretchesAfter(key, { sort, needsValue: needsValue(filter) })) {
    const rows = await tx.$queryRaw<StoredRow[]>`
      ${rowsOf(stretch, session, asked)} LIMIT ${limit + 1 - found.length}`;
    found.push(...rows.map((row) => ({ row, key: keyIn(stretch, row) })));
    if (found.length > limit) break;
  }
  const last = found.length > limit ? found[limit - 1] : undefined;
  return {
    items: found.slice(0, limit).map(({ row }) => asSeenBy(session, row)),
    next: last ? sealCustomerKey(session, last.key) : null,
  };
}

/** These of the customers, by number; what is not there, or is another workspace's, is left out. */
export async function listChosenCustomers(
  tx: TenantTx,
  session: Session,
  ids: readonly string[],
): Promise<CustomerListRow[]> {
  const known = ids.filter(isId);
  if (known.length === 0) return [];
  const rows = await tx.$queryRaw<StoredRow[]>`
    SELECT ${CUSTOMER}, ${VALUE} FROM customer c LEFT JOIN ${ownValue(session)}
    WHERE c.tenant_id = ${session.workspace.id}::uuid AND c.id = ANY(${known}::uuid[])
    ORDER BY c.external_id`;
  return rows.map((row) => asSeenBy(session, row));
}

/** How many customers match, every one counted. @throws DomainError `forbidden` as `listCustomers` */
export async function countCustomers(
  tx: TenantTx,
  session: Session,
  filter: CustomerFilter,
): Promise<number> {
  const asked = await filterSql(tx, session, filter);
  const { count } = await countRows(tx, session, filter, { ...asked, isMany: false });
  return count;
}

/** Counting all that a search of two letters finds would take longer than the search. */
async function countRows(
  tx: TenantTx,
  session: Session,
  filter: CustomerFilter,
  { where, isMany, atLeast }: FilterSql,
): Promise<Omit<CountedCustomers, "page">> {
  if (isMany && atLeast !== null) return { count: atLeast, isMore: true };
  const value = needsValue(filter) ? sql`JOIN ${ownValue(session)}` : empty;
  const matching = sql`FROM customer c ${value} WHERE ${where}`;
  const [{ count }] = isMany
    ? await tx.$queryRaw<[{ count: number }]>`
        SELECT count(*)::int AS count FROM (SELECT 1 ${matching} LIMIT ${MOST_TO_SORT + 1}) counted`
    : await tx.$queryRaw<[{ count: number }]>`SELECT count(*)::int AS count ${matching}`;
  return isMany && count > MOST_TO_SORT
    ? { count: MOST_TO_SORT, isMore: true }
    : { count, isMore: false };
}

/** A row without what the role may not read. */
export function asSeenBy(session: Session, row: StoredRow): CustomerListRow {
  const isMasked = !mayReadPersonalData(session);
  return {
    ...row,
    externalId: shownNumber(session, { id: row.id, number: row.externalId }),
    name: isMasked ? null : row.name,
    email: isMasked ? null : row.email,
    phone: isMasked ? null : row.phone,
    isMasked,
    revenueMinor: seenRevenue(session, row.revenueMinor),
    profitMinor: seenRevenue(session, row.profitMinor),
  };
}

/** null for those who may not read value. */
export function seenRevenue(session: Session, revenueMinor: number | null): number | null {
  return session.permissions.has("value:read") ? revenueMinor : null;
}
