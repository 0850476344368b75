import "server-only";
import { mayReadPersonalData, type Session } from "#lib/auth/types.ts";
import { join, type Sql, sql, startsWith } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { FoundCustomer } from "./types.ts";

/**
 * At most `limit` customers whose number, name or e-mail address begins with `text`, by name; whoever may not read
 * personal data searches and sees numbers only. Each way to find one goes along its own index.
 */
export async function findCustomers(
  tx: TenantTx,
  session: Session,
  text: string,
  limit: number,
): Promise<FoundCustomer[]> {
  const prefix = text.replaceAll("\0", "").trim();
  if (prefix === "") return [];
  const mayRead = mayReadPersonalData(session);
  const ways = waysToFind(session, prefix).map((way) => sql`(${way} LIMIT ${limit})`);
  const rows = await tx.$queryRaw<FoundCustomer[]>`
    SELECT c.id, c.external_id AS "externalId", c.name, v.segment
    FROM customer c
    LEFT JOIN customer_value v ON v.tenant_id = ${session.workspace.id}::uuid AND v.customer_id = c.id
    WHERE c.tenant_id = ${session.workspace.id}::uuid AND c.id IN (${join(ways, " UNION ")})
    ORDER BY ${mayRead ? sql`c.search_name NULLS LAST,` : sql``} c.external_id
    LIMIT ${limit}`;
  return mayRead ? rows : rows.map((row) => ({ ...row, name: null }));
}

function waysToFind(session: Session, prefix: string): Sql[] {
  const number = sql`c.external_id`;
  const byNumber = [...new Set([prefix, prefix.toUpperCase()])].map((text) => ({
    column: number,
    text: sql`${text}`,
  }));
  const lowered = sql`lower(${prefix})`;
  const byPerson = [sql`c.search_name`, sql`c.email`].map((column) => ({ column, text: lowered }));
  const all = mayReadPersonalData(session) ? [...byNumber, ...byPerson] : byNumber;
  return all.map(
    ({ column, text }) => sql`SELECT c.id FROM customer c
      WHERE c.tenant_id = ${session.workspace.id}::uuid AND ${startsWith(column, text)} ORDER BY ${column}`,
  );
}
