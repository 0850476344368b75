import { isId } from "#lib/db/is-id.ts";
import "server-only";
import { mayReadPersonalData, type Session } from "#lib/auth/types.ts";
import { join, type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { minorDigits } from "#lib/format/format-money.ts";
import { foundIds, survivorsOf, waysToFind } from "#lib/search/index.ts";
import { type AttributeFilter, NO_WORDS, YES_WORDS } from "../attributes.ts";
import type { Purpose } from "../consents.ts";
import type { CustomerFilter } from "../types.ts";
import { hasValueFilter } from "../value-filter.ts";
import { mayContact } from "./may-contact.ts";
import { planInMemory } from "./plan-in-memory.ts";
import { requireValue, valueConditions, within } from "./value-sql.ts";

/** Up to so many found ones are fetched and sorted; where more are found, the list's order is walked and tried. */
export const MOST_TO_SORT = 2_000;
const NUMBER = "^[+-]?[0-9]{1,15}([.,][0-9]{1,9})?$";

/** What a list's SQL asks. Of a search: whether it finds few rows, which are quickly sorted, or many. */
export type FilterSql = {
  where: Sql;
  isFew: boolean;
  isMany: boolean;
  /** So many match at least, known without counting */
  atLeast: number | null;
};

/** Whether a filter asks for what only customers with a computed value have. */
export function needsValue(filter: CustomerFilter): boolean {
  const { segments, lastOrder, revenueAtLeast } = filter;
  return (
    hasValueFilter(filter) ||
    [segments.length > 0, lastOrder.from, lastOrder.to, revenueAtLeast !== null].some(Boolean)
  );
}

/**
 * The conditions of a filter on `customer c` and `customer_value v`.
 *
 * @throws DomainError `forbidden` for a filter by revenue without the right to read value, and for one by consent or
 * attribute without the right to read personal data: what is found would tell what is hidden
 */
export async function filterSql(
  tx: TenantTx,
  session: Session,
  filter: CustomerFilter,
): Promise<FilterSql> {
  const { segments, lastOrder } = filter;
  const all = [sql`c.tenant_id = ${session.workspace.id}::uuid`];
  if (segments.length > 0) all.push(sql`v.segment IN (${join(segments)})`);
  all.push(...within(sql`v.last_ordered_on`, lastOrder));
  if (filter.revenueAtLeast !== null) all.push(hasRevenue(session, filter.revenueAtLeast));
  if (filter.madeBy) all.push(madeBy(filter.madeBy));
  all.push(...changedWithin(filter.updated));
  all.push(...(await valueConditions(tx, session, filter)));
  if (filter.mayUseFor.length > 0) all.push(hasBasis(session, filter.mayUseFor));
  all.push(...filter.attributes.map((each) => hasAttribute(session, each)));
  const search = filter.search.replaceAll("\0", "").trim();
  if (search === "")
    return { where: join(all, " AND "), isFew: false, isMany: false, atLeast: null };
  const few = await findFew(tx, session, search);
  const isAlone = all.length === 1;
  all.push(few ? sql`c.id = ANY(${few}::uuid[])` : await anyWay(tx, session, search));
  const atLeast = few === null && isAlone ? MOST_TO_SORT : null;
  return { where: join(all, " AND "), isFew: few !== null, isMany: few === null, atLeast };
}

/** The ids that a search finds; null where they are many. As values, so that the planner knows how few they are. */
async function findFew(tx: TenantTx, session: Session, search: string): Promise<string[] | null> {
  const found = foundIds(session, search, MOST_TO_SORT + 1);
  if (!found) return [];
  await planInMemory(tx);
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM (${found}) found LIMIT ${MOST_TO_SORT + 1}`;
  return rows.length > MOST_TO_SORT ? null : rows.map(({ id }) => id);
}

/** Conditions on columns alone: an index serves each of them. */
async function anyWay(tx: TenantTx, session: Session, search: string): Promise<Sql> {
  const survivors = await tx.$queryRaw<{ id: string }[]>`
    ${survivorsOf(session, search)} LIMIT ${MOST_TO_SORT}`;
  const ways = waysToFind(session, search).map(({ condition }) => condition);
  const merged =
    survivors.length > 0 ? [sql`c.id = ANY(${survivors.map(({ id }) => id)}::uuid[])`] : [];
  return sql`(${join([...ways, ...merged], " OR ")})`;
}

function changedWithin(span: CustomerFilter["updated"]): Sql[] {
  return [
    ...(span?.since ? [sql`c.updated_at >= ${span.since}::timestamptz`] : []),
    ...(span?.until ? [sql`c.updated_at <= ${span.until}::timestamptz`] : []),
  ];
}

function madeBy(importId: string): Sql {
  return isId(importId) ? sql`c.created_import_id = ${importId}::uuid` : sql`false`;
}

function hasRevenue(session: Session, atLeast: number): Sql {
  const { workspace } = session;
  requireValue(session, "Your role does not show revenue. Clear the revenue filter.");
  const minor = BigInt(Math.round(atLeast * 10 ** minorDigits(workspace.currency)));
  return sql`v.revenue_minor >= ${minor}`;
}

function hasBasis(session: Session, purposes: readonly Purpose[]): Sql {
  requirePersonal(session);
  const ways = purposes.map((purpose) => mayContact(session.workspace.id, purpose));
  return sql`(${join(ways, " OR ")})`;
}

function hasAttribute(session: Session, filter: AttributeFilter): Sql {
  requirePersonal(session);
  const value = sql`(c.attributes ->> ${filter.name})`;
  switch (filter.kind) {
    case "numbers": {
      return between(numberIn(value), filter.from, filter.to, sql`::numeric`);
    }
    case "days":
      return between(isoDay(value), filter.from, filter.to, sql`::text`);
    case "yes_no": {
      const words = filter.values.flatMap((each) => (each === "yes" ? YES_WORDS : NO_WORDS));
      return sql`lower(btrim(${value})) IN (${join(words)})`;
    }
    case "values":
      return sql`${value} IN (${join(filter.values)})`;
    case "contains":
      return sql`position(search_text(${filter.text}) IN search_text(${value})) > 0`;
  }
}

/** The number a stored value writes; null for what is none. */
export function numberIn(value: Sql): Sql {
  return sql`CASE WHEN btrim(${value}) ~ ${NUMBER} THEN replace(btrim(${value}), ',', '.')::numeric END`;
}

/** A stored answer as "yes" or "no"; null for neither. */
export function yesNo(value: Sql): Sql {
  return sql`CASE WHEN lower(btrim(${value})) IN (${join(YES_WORDS)}) THEN 'yes'
    WHEN lower(btrim(${value})) IN (${join(NO_WORDS)}) THEN 'no' END`;
}

/** A stored day as YYYY-MM-DD, whose order is that of its text; null for what is no day. */
export function isoDay(value: Sql): Sql {
  return sql`CASE WHEN ${value} ~ '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])($|[T ])' THEN left(${value}, 10)
    WHEN ${value} ~ '^(0[1-9]|[12][0-9]|3[01])[.](0[1-9]|1[0-2])[.][0-9]{4}$'
    THEN right(${value}, 4) || '-' || substr(${value}, 4, 2) || '-' || left(${value}, 2) END COLLATE "C"`;
}

function between(value: Sql, from: string | null, to: string | null, type: Sql): Sql {
  const bounds = [
    ...(from === null ? [] : [sql`${value} >= ${from}${type}`]),
    ...(to === null ? [] : [sql`${value} <= ${to}${type}`]),
  ];
  return join(bounds, " AND ");
}

function requirePersonal(session: Session): void {
  if (mayReadPersonalData(session)) return;
  throw new DomainError(
    "forbidden",
    "Your role does not show consents and attributes. Clear these filters.",
  );
}
