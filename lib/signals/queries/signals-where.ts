import "server-only";
import { z } from "zod";
import { mayReadPersonalData, type Session } from "#lib/auth/types.ts";
import { findCustomerIds } from "#lib/bulk/index.ts";
import { decodePageKey, encodePageKey, KeyDay } from "#lib/db/page-key.ts";
import { join, type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { PageRequest } from "#lib/lists/types.ts";
import type { SignalQuery } from "../filter.ts";

/**
 * `seesMembers`: whether the session may be told who is in the segments that the query names, as `maySeeSegments` finds it; the segments
 * know that, and know feedback.
 */
export type SignalRequest = {
  after?: string | null | undefined;
  seesMembers?: boolean | undefined;
};

const LIST = "feedback";
const SignalKey = z.object({ on: KeyDay, id: z.uuid() });

/**
 * The signals `s` that match and come after a key of a list that has the last said first.
 *
 * @throws DomainError `invalid_input` when `after` is no key of it; `forbidden` for a filter by customer where whose they are
 *   is hidden, and by segment for who may not see who is in it
 */
async function signalsWhere(
  tx: TenantTx,
  session: Session,
  query: SignalQuery,
  { after, seesMembers = false }: SignalRequest,
): Promise<Sql> {
  const tenantId = session.workspace.id;
  const ofCustomer = await customerCondition(tx, session, query);
  const ofSegments = await segmentCondition(tx, tenantId, { query, seesMembers });
  const conditions = [sql`s.tenant_id = ${tenantId}::uuid`, ...conditionsOf(query)];
  return join([...conditions, ...ofCustomer, ...ofSegments, ...beyond(after)], " AND ");
}

/** The ids of the signals that match, the last said first; one more than `limit` where there are more. Throws as `signalsWhere` does. */
export async function findSignalIds(
  tx: TenantTx,
  session: Session,
  query: SignalQuery,
  { limit, ...request }: PageRequest & SignalRequest,
): Promise<string[]> {
  const where = await signalsWhere(tx, session, query, request);
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT s.id FROM signal s WHERE ${where} ORDER BY s.occurred_on DESC, s.id DESC LIMIT ${limit + 1}::int`;
  return found.map(({ id }) => id);
}

/** How many signals match. Throws as `signalsWhere` does. */
export async function countSignals(
  tx: TenantTx,
  session: Session,
  query: SignalQuery,
  request: Pick<SignalRequest, "seesMembers">,
): Promise<number> {
  const where = await signalsWhere(tx, session, query, request);
  const [row] = await tx.$queryRaw<{ n: number }[]>`
    SELECT count(*)::float8 AS n FROM signal s WHERE ${where}`;
  return row?.n ?? 0;
}

/** The key of a signal in such a list. */
export function signalKey({ occurredOn, id }: { occurredOn: string; id: string }): string {
  return encodePageKey(LIST, { on: occurredOn, id });
}

function conditionsOf(query: SignalQuery): Sql[] {
  const { metrics, audiences, words, days, sources, imports } = query;
  const [word] = words;
  return [
    words.length === 1 && (word === "with" ? sql`s.body IS NOT NULL` : sql`s.body IS NULL`),
    metrics.length > 0 && sql`s.metric = ANY(${[...metrics]}::text[])`,
    audiences.length > 0 && sql`s.audience = ANY(${[...audiences]}::text[])`,
    sources.length > 0 && sql`s.source_id = ANY(${[...sources]}::uuid[])`,
    imports.length > 0 && sql`s.changed_import_id = ANY(${[...imports]}::uuid[])`,
    days.from && sql`s.occurred_on >= ${days.from}::date`,
    days.to && sql`s.occurred_on <= ${days.to}::date`,
  ].filter((condition) => typeof condition === "object" && condition !== null);
}

/** By ids, which an index knows. */
async function customerCondition(
  tx: TenantTx,
  session: Session,
  { customer }: SignalQuery,
): Promise<Sql[]> {
  if (customer === "") return [];
  if (!mayReadPersonalData(session))
    throw new DomainError("forbidden", "Your role does not show who said something.");
  const ids = await findCustomerIds(tx, session, customer);
  return [sql`s.customer_id = ANY(${ids}::uuid[])`];
}

/** What few said is found by who they are; what many said among all, where each is looked up in a table of them in memory. */
const MOST_BY_ID = 5000;

type AskedSegments = { query: SignalQuery; seesMembers: boolean };

/** By who is in a segment today, or by the segment that an answer names itself. */
async function segmentCondition(
  tx: TenantTx,
  tenantId: string,
  { query, seesMembers }: AskedSegments,
): Promise<Sql[]> {
  if (query.segments.length === 0) return [];
  if (!seesMembers)
    throw new DomainError("forbidden", "Your role does not show who is in this segment.");
  const asked = sql`${[...query.segments]}::uuid[]`;
  const now = sql`FROM segment_member m WHERE m.tenant_id = ${tenantId}::uuid AND m.segment_id = ANY(${asked}) AND m.valid_to IS NULL`;
  const members = await tx.$queryRaw<{ id: string }[]>`
    SELECT m.customer_id AS id ${now} LIMIT ${MOST_BY_ID + 1}::int`;
  const isFew = members.length <= MOST_BY_ID;
  // Beyond the usual memory the database would go through all members for each signal.
  if (!isFew)
    await tx.$queryRaw`SELECT set_config('work_mem', '64MB', true), set_config('jit', 'off', true)`;
  const of = isFew
    ? sql`s.customer_id = ANY(${members.map(({ id }) => id)}::uuid[])`
    : sql`s.customer_id IN (SELECT m.customer_id ${now})`;
  return [sql`(s.segment_id = ANY(${asked}) OR ${of})`];
}

function beyond(after: string | null | undefined): Sql[] {
  const key = decodePageKey(LIST, SignalKey, after);
  if (!key) return [];
  return [sql`(s.occurred_on, s.id) < (${key.on}::date, ${key.id}::uuid)`];
}
