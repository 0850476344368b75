import "server-only";
import { z } from "zod";
import { mayReadPersonalData, type Session } from "#lib/auth/types.ts";
import { findCustomerIds } from "#lib/bulk/index.ts";
import { decodePageKey, encodePageKey, KeyDay } from "#lib/db/page-key.ts";
import { join, type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
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

/** Conditions of signals `s`. */
export type SignalsWhere = {
  readonly where: Sql;
  /** Of all signals that come after the key */
  readonly all: Sql;
  /** Whether only those of many customers match, who may have said nothing for long */
  readonly isOfMany: boolean;
};

/**
 * The signals that match and come after a key of a list that has the last said first.
 *
 * @throws DomainError `invalid_input` when `after` is no key of it; `forbidden` for a filter by customer where whose they are
 *   is hidden, and by segment for who may not see who is in it
 */
export async function signalsWhere(
  tx: TenantTx,
  session: Session,
  query: SignalQuery,
  { after, seesMembers = false }: SignalRequest,
): Promise<SignalsWhere> {
  const tenantId = session.workspace.id;
  const ofCustomer = await customerCondition(tx, session, query);
  const { ofSegments, isOfMany } = await segmentCondition(tx, tenantId, { query, seesMembers });
  const beyond = beyondKey(after);
  const conditions = [sql`s.tenant_id = ${tenantId}::uuid`, ...beyond];
  const where = [...conditions, ...conditionsOf(query), ...ofCustomer, ...ofSegments];
  return { where: join(where, " AND "), all: join(conditions, " AND "), isOfMany };
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
): Promise<{ ofSegments: Sql[]; isOfMany: boolean }> {
  if (query.segments.length === 0) return { ofSegments: [], isOfMany: false };
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
  return { ofSegments: [sql`(s.segment_id = ANY(${asked}) OR ${of})`], isOfMany: !isFew };
}

function beyondKey(after: string | null | undefined): Sql[] {
  const key = decodePageKey(LIST, SignalKey, after);
  if (!key) return [];
  return [sql`(s.occurred_on, s.id) < (${key.on}::date, ${key.id}::uuid)`];
}
