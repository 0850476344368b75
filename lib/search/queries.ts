import "server-only";
import { shownNumber } from "#lib/auth/shown-number.ts";
import { mayReadPersonalData, type Session } from "#lib/auth/types.ts";
import { empty, join, type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { nearIds } from "./queries/near-customers.ts";
import { survivorsOf, waysToFind } from "./queries/ways-to-find.ts";
import type { FoundCustomer } from "./types.ts";

/**
 * At most `limit` customers by number, name, e-mail address or phone number, the one with exactly that number first, then
 * by name; whoever may not read personal data searches and sees numbers only. Where there are none, those that one mistake in the
 * text would lead to.
 */
export async function findCustomers(
  tx: TenantTx,
  session: Session,
  text: string,
  limit: number,
): Promise<FoundCustomer[]> {
  const found = foundIds(session, text, limit);
  if (!found) return [];
  const asked = { text: text.replaceAll("\0", "").trim(), limit };
  const exact = await readFound(tx, session, found, asked);
  if (exact.length > 0) return exact.map((row) => ({ ...row, isNear: false }));
  const near = await nearIds(tx, session, asked.text, limit);
  if (!near) return [];
  const rows = await readFound(tx, session, near, asked);
  return rows.map((row) => ({ ...row, isNear: true }));
}

type Row = Omit<FoundCustomer, "isNear">;

async function readFound(
  tx: TenantTx,
  session: Session,
  ids: Sql,
  { text, limit }: { text: string; limit: number },
): Promise<Row[]> {
  const mayRead = mayReadPersonalData(session);
  const rows = await tx.$queryRaw<Row[]>`
    SELECT c.id, c.external_id AS "externalId", c.name, v.segment
    FROM customer c
    LEFT JOIN customer_value v ON v.tenant_id = ${session.workspace.id}::uuid AND v.customer_id = c.id
    WHERE c.tenant_id = ${session.workspace.id}::uuid AND c.id IN (${ids})
    ORDER BY c.external_id = ${text} DESC, ${mayRead ? sql`c.search_name NULLS LAST,` : empty} c.external_id
    LIMIT ${limit}`;
  return mayRead
    ? rows
    : rows.map((row) => ({
        ...row,
        externalId: shownNumber(session, { id: row.id, number: row.externalId }),
        name: null,
      }));
}

/** The ids that a text finds, at most `most` along each way; null where there is nothing to look for. */
export function foundIds(session: Session, text: string, most: number): Sql | null {
  const ways = waysToFind(session, text).map(
    ({ condition, order }) => sql`(SELECT c.id FROM customer c
      WHERE c.tenant_id = ${session.workspace.id}::uuid AND ${condition} ORDER BY ${order} LIMIT ${most})`,
  );
  if (ways.length === 0) return null;
  return join([...ways, sql`(${survivorsOf(session, text)} LIMIT ${most})`], " UNION ");
}
