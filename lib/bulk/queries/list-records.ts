import "server-only";
import { z } from "zod";
import { isNumberHidden } from "#lib/auth/shown-number.ts";
import { mayReadPersonalData, type Session } from "#lib/auth/types.ts";
import { arrayLiteral } from "#lib/db/array-literal.ts";
import {
  decodePageKey,
  encodePageKey,
  idInPageKey,
  KeyDay,
  plainPageKey,
} from "#lib/db/page-key.ts";
import { join, type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { Page, PageRequest } from "#lib/lists/types.ts";
import { knownCustomers } from "../commands/named-customers.ts";
import { type RecordView, readRecords } from "./records.ts";

/** What a list is asked for. Days YYYY-MM-DD, both counted. */
export type RecordQuery = {
  since: string | null;
  until: string | null;
  /** A customer's number */
  customer: string | null;
  /** A source's name */
  source: string | null;
};

/** So many rows are read for one page where no index knows what is asked for: about half a second. */
const MOST_SEARCHED = 250_000;
const HIGHEST_ID = "ffffffff-ffff-ffff-ffff-ffffffffffff";

type AskedList = RecordQuery &
  PageRequest & { list: string; conditions?: readonly Sql[]; mostSearched?: number };

/** Where a page ended; the day counts in a list by day only. */
const RecordKey = z.object({ on: KeyDay, id: z.uuid() });
type Place = { on: string; id: string };

/**
 * Records in the order in which they were made, those of some days by day: `after` names the list and the last one seen;
 * `conditions` on `t`, which an index knows, narrow it further. Where no index knows what is asked for, a page looks through
 * `mostSearched` rows, and may have fewer than `limit` though more follow.
 *
 * @throws DomainError `invalid_input` when `after` is no key of this list; `forbidden` for a filter by customer where that is
 *   hidden
 */
export async function listRecords<Item>(
  tx: TenantTx,
  session: Session,
  view: RecordView<Item>,
  asked: AskedList,
): Promise<Page<Item & { id: string }>> {
  const { limit } = asked;
  const order = orderOf(view, asked);
  const conditions = [...conditionsOf(session, view, asked), ...(asked.conditions ?? [])];
  const sourceIds = await findSourceIds(tx, session, view, asked);
  if (sourceIds?.length === 0) return { items: [], next: null };
  const floor = await findFloor(tx, session, view, { asked, order });
  const where = [
    ...conditions,
    ...(sourceIds ? [sql`t.source_id = ANY(${arrayLiteral(sourceIds)}::uuid[])`] : []),
    ...order.after,
    ...(floor ? [upTo(view, order, floor)] : []),
  ];
  const rows = await readRecords(tx, session, view, { where, limit: limit + 1, order: order.by });
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : floor;
  return { items: shown.map(({ record }) => record), next: last ? order.keyOf(last) : null };
}

type Order = {
  isByDay: boolean;
  by: Sql;
  /** What lies behind the page before */
  after: readonly Sql[];
  keyOf: (place: Place) => string;
};

/** By day where days are asked for and an index has them. @throws DomainError `invalid_input` for a key of another list */
function orderOf<Item>({ day, hasSource }: RecordView<Item>, asked: AskedList): Order {
  const { list, after } = asked;
  const isByDay = hasSource && asked.customer === null && hasDays(asked);
  if (!isByDay) {
    const id = idInPageKey(list, after);
    return {
      ...{ isByDay, by: sql`t.id`, after: id ? [sql`t.id > ${id}::uuid`] : [] },
      keyOf: (place) => plainPageKey(list, place.id),
    };
  }
  const byDay = `${list}_by_day`;
  const key = decodePageKey(byDay, RecordKey, after);
  // The bound of the day alone is what an index can start from.
  const behind = key
    ? [sql`${day} >= ${key.on}::date AND (${day}, t.id) > (${key.on}::date, ${key.id}::uuid)`]
    : [];
  return {
    ...{ isByDay, by: sql`${day}, t.id`, after: behind },
    keyOf: (place) => encodePageKey(byDay, place),
  };
}

function hasDays({ since, until }: RecordQuery): boolean {
  return since !== null || until !== null;
}

/** Whether rows are looked for one by one: an index has customers everywhere, and days where there are sources. */
function isSearched<Item>({ hasSource }: RecordView<Item>, asked: AskedList): boolean {
  const { customer, source, conditions = [] } = asked;
  if (customer !== null || conditions.length > 0) return false;
  return hasSource ? source !== null : hasDays(asked);
}

type Search = { asked: AskedList; order: Order };

/** How far one page may look: the last row that is read, or of days the last whole one; null where it may look to the end. */
async function findFloor<Item>(
  tx: TenantTx,
  { workspace }: Session,
  view: RecordView<Item>,
  { asked, order: { isByDay, after } }: Search,
): Promise<Place | null> {
  const { table, ownTable = table, day } = view;
  const { mostSearched = MOST_SEARCHED } = asked;
  if (!isSearched(view, asked)) return null;
  const place = isByDay
    ? sql`${day}::text AS "on", ${HIGHEST_ID}::text AS id`
    : sql`'' AS "on", t.id`;
  const within = isByDay ? [...after, ...dayConditions(view, asked)] : after;
  const [floor] = await tx.$queryRaw<Place[]>`
    SELECT ${place} FROM ${ownTable} t
    WHERE ${join([sql`t.tenant_id = ${workspace.id}::uuid`, ...within], " AND ")}
    ORDER BY ${isByDay ? day : sql`t.id`} OFFSET ${mostSearched - 1}::int LIMIT 1`;
  return floor ?? null;
}

function upTo<Item>({ day }: RecordView<Item>, { isByDay }: Order, { on, id }: Place): Sql {
  return isByDay ? sql`${day} <= ${on}::date` : sql`t.id <= ${id}::uuid`;
}

/** The sources of that name, by their ids, which an index knows; null where none is asked for. */
async function findSourceIds<Item>(
  tx: TenantTx,
  { workspace }: Session,
  { hasSource }: RecordView<Item>,
  { source }: RecordQuery,
): Promise<string[] | null> {
  if (source === null || !hasSource) return null;
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM data_source
    WHERE tenant_id = ${workspace.id}::uuid AND lower(name) = lower(${source.replaceAll("\0", "")})`;
  return found.map(({ id }) => id);
}

function conditionsOf<Item>(
  session: Session,
  view: RecordView<Item>,
  { since, until, customer }: RecordQuery,
): Sql[] {
  const days = dayConditions(view, { since, until });
  if (customer === null) return days;
  const isPersonal = view.hidesCustomer && !mayReadPersonalData(session);
  if (isPersonal || isNumberHidden(session, customer))
    throw new DomainError("forbidden", "Whose they are is hidden from this API key.");
  const numbers = arrayLiteral([customer.replaceAll("\0", "")]);
  const theirs = knownCustomers(session.workspace.id, numbers);
  return [...days, sql`t.customer_id IN (SELECT k.id FROM (${theirs}) k)`];
}

function dayConditions<Item>(
  { day }: RecordView<Item>,
  { since, until }: Pick<RecordQuery, "since" | "until">,
): Sql[] {
  return [
    ...(since ? [sql`${day} >= ${since}::date`] : []),
    ...(until ? [sql`${day} <= ${until}::date`] : []),
  ];
}
