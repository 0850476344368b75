import "server-only";
import { mayReadPersonalData, type Session } from "#lib/auth/types.ts";
import { join, type Sql, sql, startsWith } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { nearSpellings, swappedWords } from "../near-spellings.ts";
import { NAME_COLUMNS } from "./ways-to-find.ts";

const WHOLE_NAME = sql`c.search_name`;
/** Customers that one spelling may lead to, so that a common one leaves room for others. */
const MOST_EACH = 5;

/**
 * The ids of customers whose name is one mistake away from a text, some along each way; null where nothing can be, as for whoever may not
 * read personal data.
 */
export async function nearIds(
  tx: TenantTx,
  session: Session,
  text: string,
  most: number,
): Promise<Sql | null> {
  if (!mayReadPersonalData(session)) return null;
  const [{ folded }] = await tx.$queryRaw<[{ folded: string }]>`
    SELECT search_text(${text}) AS folded`;
  const names = nearSpellings(folded);
  if (names.length === 0) return null;
  const swapped = swappedWords(folded);
  const ways = [
    ...NAME_COLUMNS.map((column) => along(session, column, names)),
    ...(swapped ? [along(session, WHOLE_NAME, nearSpellings(swapped))] : []),
  ];
  return join(
    ways.map((way) => sql`(${way} LIMIT ${most})`),
    " UNION ",
  );
}

/** Each spelling is a range of its own along the index: hundreds of them cost some milliseconds, however many customers there are. */
function along({ workspace }: Session, column: Sql, names: readonly string[]): Sql {
  return sql`SELECT found.id FROM unnest(${names}::text[]) AS near (spelling)
    CROSS JOIN LATERAL (SELECT c.id FROM customer c
      WHERE c.tenant_id = ${workspace.id}::uuid AND ${startsWith(column, sql`near.spelling`)}
      ORDER BY ${column} LIMIT ${MOST_EACH}) found`;
}
