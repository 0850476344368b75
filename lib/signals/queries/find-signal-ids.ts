import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { PageRequest } from "#lib/lists/types.ts";
import type { SignalQuery } from "../filter.ts";
import { type SignalRequest, type SignalsWhere, signalsWhere } from "./signals-where.ts";

/** The ids of the signals that match, the last said first; one more than `limit` where there are more. Throws as `signalsWhere` does. */
export async function findSignalIds(
  tx: TenantTx,
  session: Session,
  query: SignalQuery,
  { limit, ...request }: PageRequest & SignalRequest,
): Promise<string[]> {
  const found = await signalsWhere(tx, session, query, request);
  if (!found.isOfMany) return idsOf(tx, sql`SELECT s.* FROM signal s WHERE ${found.where}`, limit);
  const recent = await findRecent(tx, found, limit);
  if (recent.length > limit) return recent;
  // Read as a whole and then sorted: one by one in the order of days takes ten times as long where most do not match.
  const whole = sql`SELECT s.id, s.occurred_on FROM signal s WHERE ${found.where} OFFSET 0`;
  return idsOf(tx, whole, limit);
}

/** How many signals match. Throws as `signalsWhere` does. */
export async function countSignals(
  tx: TenantTx,
  session: Session,
  query: SignalQuery,
  request: Pick<SignalRequest, "seesMembers">,
): Promise<number> {
  const { where } = await signalsWhere(tx, session, query, request);
  const [row] = await tx.$queryRaw<{ n: number }[]>`
    SELECT count(*)::float8 AS n FROM signal s WHERE ${where}`;
  return row?.n ?? 0;
}

/** Those who are many mostly said something lately. */
const NEWEST_SEARCHED = 20_000;

/** Those among about 20,000 of the newest, whole days of them; none where there are no more than that. */
async function findRecent(
  tx: TenantTx,
  { where, all }: SignalsWhere,
  limit: number,
): Promise<string[]> {
  const [last] = await tx.$queryRaw<{ on: string }[]>`
    SELECT s.occurred_on::text AS on FROM signal s WHERE ${all} ORDER BY s.occurred_on DESC, s.id DESC OFFSET ${NEWEST_SEARCHED}::int LIMIT 1`;
  if (!last) return [];
  return idsOf(
    tx,
    sql`SELECT s.* FROM signal s WHERE ${where} AND s.occurred_on >= ${last.on}::date`,
    limit,
  );
}

async function idsOf(tx: TenantTx, signals: Sql, limit: number): Promise<string[]> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT f.id FROM (${signals}) f ORDER BY f.occurred_on DESC, f.id DESC LIMIT ${limit + 1}::int`;
  return found.map(({ id }) => id);
}
