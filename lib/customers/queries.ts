import "server-only";
import { z } from "zod";
import { mayReadPersonalData, type Session } from "#lib/auth/types.ts";
import { decodePageKey, encodePageKey } from "#lib/db/page-key.ts";
import { empty, join, type Sql, sql, startsWith } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { minorDigits } from "#lib/format/format-money.ts";
import { CustomerKey } from "./keys.ts";
import { keyIn, type Stretch, stretchesAfter } from "./stretches.ts";
import type {
  CustomerDetail,
  CustomerFilter,
  CustomerImport,
  CustomerListRow,
  CustomerValueView,
  Page,
  PageRequest,
} from "./types.ts";

/** A customer of the list as stored, before masking. */
type StoredRow = Omit<CustomerListRow, "isMasked">;

const Attributes = z.record(z.string(), z.string());

const CUSTOMER = sql`c.id, c.external_id AS "externalId", c.name, c.email`;
const VALUE = sql`v.segment, v.order_count AS "orderCount", v.revenue_minor::float8 AS "revenueMinor",
  v.last_ordered_on::text AS "lastOrderedOn"`;
const NO_VALUE = sql`NULL AS segment, NULL AS "orderCount", NULL AS "revenueMinor", NULL AS "lastOrderedOn"`;

/**
 * Customers that match, in the order asked for; by number for those who may not read value.
 *
 * @throws DomainError `invalid_input` when `after` is not a key of this list; `forbidden` for a filter by revenue
 * without the right to read value
 */
export async function listCustomers(
  tx: TenantTx,
  session: Session,
  filter: CustomerFilter,
  { after, limit }: PageRequest,
): Promise<Page<CustomerListRow>> {
  const sort = session.permissions.has("value:read") ? filter.sort : "number";
  const key = decodePageKey(CustomerKey, after);
  const found: { row: StoredRow; key: CustomerKey }[] = [];
  for (const stretch of stretchesAfter(key, { sort, needsValue: needsValue(filter) })) {
    const rows = await tx.$queryRaw<StoredRow[]>`
      ${rowsOf(stretch, session, filter)} LIMIT ${limit + 1 - found.length}`;
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

/** How many customers match. @throws DomainError `forbidden` as `listCustomers` */
export async function countCustomers(
  tx: TenantTx,
  session: Session,
  filter: CustomerFilter,
): Promise<number> {
  const value = needsValue(filter) ? sql`JOIN ${ownValue(session)}` : empty;
  const [found] = await tx.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count FROM customer c ${value} WHERE ${conditions(session, filter)}`;
  return found.count;
}

/** One customer by id. @throws DomainError `not_found` */
export function getCustomer(tx: TenantTx, session: Session, id: string): Promise<CustomerDetail> {
  return getCustomerWhere(tx, session, isId(id) ? sql`c.id = ${id}::uuid` : null);
}

/** One customer by its number in the files it came from. @throws DomainError `not_found` */
export function getCustomerByExternalId(
  tx: TenantTx,
  session: Session,
  externalId: string,
): Promise<CustomerDetail> {
  return getCustomerWhere(
    tx,
    session,
    externalId.includes("\0") ? null : sql`c.external_id = ${externalId}`,
  );
}

function rowsOf(stretch: Stretch, session: Session, filter: CustomerFilter): Sql {
  const where = conditions(session, filter);
  switch (stretch.kind) {
    case "equal_revenue":
      return rankedRows(
        session,
        sql`${where} AND v.revenue_minor = ${stretch.revenueMinor}
        AND v.customer_id > ${stretch.afterId}::uuid`,
      );
    case "less_revenue":
      return stretch.thanMinor === null
        ? rankedRows(session, sql`${where} AND v.revenue_minor IS NOT NULL`)
        : rankedRows(session, sql`${where} AND v.revenue_minor < ${stretch.thanMinor}`);
    case "without_orders":
      return rankedRows(
        session,
        sql`${where} AND v.revenue_minor IS NULL
        ${unlessNull(stretch.afterId, (id) => sql`AND v.customer_id > ${id}::uuid`)}`,
      );
    case "not_computed":
      return sql`SELECT ${CUSTOMER}, ${NO_VALUE} FROM customer c
        WHERE ${where} ${unlessNull(stretch.beforeId, (id) => sql`AND c.id < ${id}::uuid`)}
          AND NOT EXISTS (SELECT 1 FROM ${ownValue(session, "WHERE")})
        ORDER BY c.id DESC`;
    case "by_number":
      return sql`SELECT ${CUSTOMER}, ${VALUE} FROM customer c LEFT JOIN ${ownValue(session)}
        WHERE ${where} ${unlessNull(stretch.afterNumber, (number) => sql`AND c.external_id > ${number}`)}
        ORDER BY c.external_id`;
  }
}

function rankedRows({ workspace }: Session, where: Sql): Sql {
  return sql`SELECT ${CUSTOMER}, ${VALUE}
    FROM customer_value v JOIN customer c ON c.tenant_id = ${workspace.id}::uuid AND c.id = v.customer_id
    WHERE v.tenant_id = ${workspace.id}::uuid AND ${where}
    ORDER BY v.revenue_minor DESC NULLS LAST, v.customer_id`;
}

function ownValue({ workspace }: Session, link: "ON" | "WHERE" = "ON"): Sql {
  const own = sql`v.tenant_id = ${workspace.id}::uuid AND v.customer_id = c.id`;
  return link === "ON" ? sql`customer_value v ON ${own}` : sql`customer_value v WHERE ${own}`;
}

/** Whether a filter asks for what only customers with a computed value have. */
function needsValue({ segments, lastOrder, revenueAtLeast }: CustomerFilter): boolean {
  return [segments.length > 0, lastOrder.from, lastOrder.to, revenueAtLeast !== null].some(Boolean);
}

function conditions(session: Session, filter: CustomerFilter): Sql {
  const { search, segments, lastOrder } = filter;
  const all = [sql`c.tenant_id = ${session.workspace.id}::uuid`];
  if (segments.length > 0) all.push(sql`v.segment IN (${join(segments)})`);
  if (lastOrder.from) all.push(sql`v.last_ordered_on >= ${lastOrder.from}::date`);
  if (lastOrder.to) all.push(sql`v.last_ordered_on <= ${lastOrder.to}::date`);
  if (filter.revenueAtLeast !== null) all.push(hasRevenue(session, filter.revenueAtLeast));
  if (filter.madeBy) all.push(madeBy(filter.madeBy));
  if (search) all.push(matches(session, search.replaceAll("\0", "")));
  return join(all, " AND ");
}

function madeBy(importId: string): Sql {
  return isId(importId) ? sql`c.created_import_id = ${importId}::uuid` : sql`false`;
}

function hasRevenue({ permissions, workspace }: Session, atLeast: number): Sql {
  if (!permissions.has("value:read")) {
    throw new DomainError(
      "forbidden",
      "Your role does not show revenue. Clear the revenue filter.",
    );
  }
  const minor = BigInt(Math.round(atLeast * 10 ** minorDigits(workspace.currency)));
  return sql`v.revenue_minor >= ${minor}`;
}

/** Prefixes as ranges: row security lets only such comparisons reach an index. */
function matches(session: Session, search: string): Sql {
  const numbers = [search, search.toUpperCase()].map((prefix) =>
    startsWith(sql`c.external_id`, sql`${prefix}`),
  );
  if (!mayReadPersonalData(session)) return sql`(${join(numbers, " OR ")})`;
  const lowered = sql`lower(${search})`;
  const personal = [sql`c.search_name`, sql`c.email`].map((column) => startsWith(column, lowered));
  return sql`(${join([...numbers, ...personal], " OR ")})`;
}

function unlessNull<T>(value: T | null, condition: (value: T) => Sql): Sql {
  return value === null ? empty : condition(value);
}

function asSeenBy(session: Session, row: StoredRow): CustomerListRow {
  const isMasked = !mayReadPersonalData(session);
  return {
    ...row,
    name: isMasked ? null : row.name,
    email: isMasked ? null : row.email,
    isMasked,
    revenueMinor: seenRevenue(session, row.revenueMinor),
  };
}

function seenRevenue(session: Session, revenueMinor: number | null): number | null {
  return session.permissions.has("value:read") ? revenueMinor : null;
}

async function getCustomerWhere(
  tx: TenantTx,
  session: Session,
  where: Sql | null,
): Promise<CustomerDetail> {
  const [stored] = where ? await findStored(tx, session, where) : [];
  if (!stored) throw new DomainError("not_found", "This customer does not exist.");
  const row = asSeenBy(session, {
    id: stored.id,
    externalId: stored.externalId,
    name: stored.name,
    email: stored.email,
    segment: stored.segment,
    orderCount: stored.orderCount,
    revenueMinor: stored.revenueMinor,
    lastOrderedOn: stored.lastOrderedOn,
  });
  return {
    ...row,
    registeredOn: stored.registeredOn,
    attributes: row.isMasked ? {} : Attributes.parse(stored.attributes),
    value: stored.orderCount === null ? null : valueView(session, stored),
    createdAt: stored.createdAt.toISOString(),
    imports: await listImportsOf(tx, session, stored),
  };
}

/** The value columns are all null together, and `orderCount` tells. */
type StoredDetail = StoredRow &
  CustomerValueView &
  ImportIds & { registeredOn: string | null; attributes: unknown; createdAt: Date };

type ImportIds = { createdImportId: string | null; changedImportId: string | null };

function findStored(tx: TenantTx, session: Session, where: Sql): Promise<StoredDetail[]> {
  return tx.$queryRaw<StoredDetail[]>`
    SELECT ${CUSTOMER}, ${VALUE}, c.registered_on::text AS "registeredOn", c.attributes, c.created_at AS "createdAt",
      c.created_import_id AS "createdImportId", c.changed_import_id AS "changedImportId",
      v.first_ordered_on::text AS "firstOrderedOn", v.purchase_days AS "purchaseDays",
      v.recency_score AS "recencyScore", v.frequency_score AS "frequencyScore", v.monetary_score AS "monetaryScore"
    FROM customer c LEFT JOIN ${ownValue(session)}
    WHERE c.tenant_id = ${session.workspace.id}::uuid AND ${where}`;
}

function valueView(session: Session, stored: StoredDetail): CustomerValueView {
  return {
    firstOrderedOn: stored.firstOrderedOn,
    lastOrderedOn: stored.lastOrderedOn,
    purchaseDays: stored.purchaseDays,
    orderCount: stored.orderCount,
    revenueMinor: seenRevenue(session, stored.revenueMinor),
    recencyScore: stored.recencyScore,
    frequencyScore: stored.frequencyScore,
    monetaryScore: stored.monetaryScore,
  };
}

/** The import that made a customer and the last one that changed it, the later first. */
async function listImportsOf(
  tx: TenantTx,
  session: Session,
  { createdImportId, changedImportId }: ImportIds,
): Promise<CustomerImport[]> {
  const ids = [changedImportId, createdImportId].filter((id) => id !== null);
  if (ids.length === 0 || !session.permissions.has("import:read")) return [];
  const rows = await tx.import.findMany({
    where: { id: { in: ids }, status: { not: "undone" } },
    select: { id: true, fileName: true, finishedAt: true, createdAt: true },
    orderBy: { id: "desc" },
  });
  return rows.map(({ id, fileName, finishedAt, createdAt }) => ({
    id,
    fileName,
    action: id === createdImportId ? "created" : "updated",
    at: (finishedAt ?? createdAt).toISOString(),
  }));
}

function isId(text: string): boolean {
  return z.uuid().safeParse(text).success;
}
