import { isId } from "#lib/db/is-id.ts";
import "server-only";
import { mayReadPersonalData, type Session } from "#lib/auth/types.ts";
import { decodePageKey, encodePageKey } from "#lib/db/page-key.ts";
import { empty, type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { CustomerKey } from "./keys.ts";
import { type FilterSql, filterSql, MOST_TO_SORT, needsValue } from "./queries/filter-sql.ts";
import { keyIn, type Stretch, stretchesAfter } from "./stretches.ts";
import type {
  CountedCustomers,
  CustomerFilter,
  CustomerListRow,
  Page,
  PageRequest,
} from "./types.ts";

/** A customer of the list as stored, before masking. */
export type StoredRow = Omit<CustomerListRow, "isMasked">;

export const CUSTOMER = sql`c.id, c.external_id AS "externalId", c.name, c.email, c.phone`;
export const VALUE = sql`v.segment, v.order_count AS "orderCount", v.revenue_minor::float8 AS "revenueMinor",
  v.last_ordered_on::text AS "lastOrderedOn"`;
const NO_VALUE = sql`NULL AS segment, NULL::int AS "orderCount", NULL::float8 AS "revenueMinor", NULL AS "lastOrderedOn"`;

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
  const key = decodePageKey(CustomerKey, after);
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
    next: last ? encodePageKey(last.key) : null,
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

function rowsOf(stretch: Stretch, session: Session, asked: FilterSql): Sql {
  const { where } = asked;
  switch (stretch.kind) {
    case "equal_revenue":
      return rankedRows(
        session,
        asked,
        sql`AND v.revenue_minor = ${stretch.revenueMinor}
        AND v.customer_id > ${stretch.afterId}::uuid`,
      );
    case "less_revenue":
      return rankedRows(
        session,
        asked,
        stretch.thanMinor === null
          ? sql`AND v.revenue_minor IS NOT NULL`
          : sql`AND v.revenue_minor < ${stretch.thanMinor}`,
      );
    case "without_orders":
      return rankedRows(
        session,
        asked,
        sql`AND v.revenue_minor IS NULL
        ${unlessNull(stretch.afterId, (id) => sql`AND v.customer_id > ${id}::uuid`)}`,
      );
    case "not_computed":
      return inOrder(
        asked,
        sql`SELECT ${CUSTOMER}, ${NO_VALUE} FROM customer c
          WHERE ${where} ${unlessNull(stretch.beforeId, (id) => sql`AND c.id < ${id}::uuid`)}
            AND NOT EXISTS (SELECT 1 FROM ${ownValue(session, "WHERE")})`,
        { inside: sql`c.id DESC`, outside: sql`id DESC` },
      );
    case "by_number":
      return inOrder(
        asked,
        sql`SELECT ${CUSTOMER}, ${VALUE} FROM customer c LEFT JOIN ${ownValue(session)}
          WHERE ${where} ${unlessNull(stretch.afterNumber, (number) => sql`AND c.external_id > ${number}`)}`,
        { inside: sql`c.external_id`, outside: sql`"externalId"` },
      );
  }
}

function rankedRows({ workspace }: Session, asked: FilterSql, also: Sql): Sql {
  return inOrder(
    asked,
    sql`SELECT ${CUSTOMER}, ${VALUE}
      FROM customer_value v JOIN customer c ON c.tenant_id = ${workspace.id}::uuid AND c.id = v.customer_id
      WHERE v.tenant_id = ${workspace.id}::uuid AND ${asked.where} ${also}`,
    {
      inside: sql`v.revenue_minor DESC NULLS LAST, v.customer_id`,
      outside: sql`"revenueMinor" DESC NULLS LAST, id`,
    },
  );
}

/**
 * Few found ones are fetched and then sorted: for the first page alone the planner might walk the whole list instead.
 */
function inOrder(asked: FilterSql, rows: Sql, order: { inside: Sql; outside: Sql }): Sql {
  return asked.isFew
    ? sql`WITH picked AS MATERIALIZED (${rows}) SELECT * FROM picked ORDER BY ${order.outside}`
    : sql`${rows} ORDER BY ${order.inside}`;
}

/** The join of `customer c` with its value `v`. */
export function ownValue({ workspace }: Session, link: "ON" | "WHERE" = "ON"): Sql {
  const own = sql`v.tenant_id = ${workspace.id}::uuid AND v.customer_id = c.id`;
  return link === "ON" ? sql`customer_value v ON ${own}` : sql`customer_value v WHERE ${own}`;
}

function unlessNull<T>(value: T | null, condition: (value: T) => Sql): Sql {
  return value === null ? empty : condition(value);
}

/** A row without what the role may not read. */
export function asSeenBy(session: Session, row: StoredRow): CustomerListRow {
  const isMasked = !mayReadPersonalData(session);
  return {
    ...row,
    name: isMasked ? null : row.name,
    email: isMasked ? null : row.email,
    phone: isMasked ? null : row.phone,
    isMasked,
    revenueMinor: seenRevenue(session, row.revenueMinor),
  };
}

/** null for those who may not read value. */
export function seenRevenue(session: Session, revenueMinor: number | null): number | null {
  return session.permissions.has("value:read") ? revenueMinor : null;
}
