import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { join, type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { SOURCE_PERMISSIONS } from "../commands/link-evidence.ts";
import { FOUND_SOURCES, type FoundKind, type FoundSource } from "../types.ts";

/** Words are looked for in so many of the newest rows of each kind. */
export const NEWEST_SEARCHED = 20_000;
const MOST_FOUND = 20;

type Columns = { table: Sql; source: Sql; day: Sql; title: Sql; body: Sql; mark: Sql };

const SAID = { source: sql`t.source_id`, day: sql`t.occurred_on`, body: sql`t.body` };
const TABLES: Readonly<Record<FoundKind, Columns>> = {
  signal: { ...SAID, table: sql`signal`, title: sql`t.question`, mark: sql`'signal'` },
  interaction: {
    ...{ ...SAID, table: sql`interaction`, title: sql`t.subject` },
    mark: sql`'interaction'`,
  },
  complaint: {
    ...{ ...SAID, table: sql`complaint`, day: sql`t.received_on`, title: sql`t.subject` },
    mark: sql`'complaint'`,
  },
  interview: {
    ...{ table: sql`interview`, source: sql`NULL::uuid`, day: sql`t.held_on` },
    ...{ title: sql`t.title`, body: sql`t.notes`, mark: sql`'interview'` },
  },
};

/** Feedback, contacts, complaints and interviews in whose words all these words stand, the newest first: 20 at most. */
export async function findSources(
  tx: TenantTx,
  session: Session,
  text: string,
): Promise<FoundSource[]> {
  const words = text.replaceAll("\0", "").trim().split(/\s+/u).filter(Boolean).slice(0, 8);
  const kinds = FOUND_SOURCES.filter((kind) => session.permissions.has(SOURCE_PERMISSIONS[kind]));
  if (words.length === 0 || kinds.length === 0) return [];
  const parts = kinds.map((kind) => newestWith(kind, words, session.workspace.id));
  return tx.$queryRaw<FoundSource[]>`
    SELECT f.kind, f.id, f.day::text AS "occurredOn", f.title, f.body, s.name AS source
    FROM (${join(parts, " UNION ALL ")}) f
    LEFT JOIN data_source s ON s.tenant_id = ${session.workspace.id}::uuid AND s.id = f.source_id
    ORDER BY f.day DESC, f.id DESC LIMIT ${MOST_FOUND}`;
}

function newestWith(kind: FoundKind, words: readonly string[], tenantId: string): Sql {
  const { table, source, day, title, body, mark } = TABLES[kind];
  const text = sql`concat_ws(' ', r.title, r.body)`;
  const holds = words.map((word) => sql`${text} ILIKE ${pattern(word)}`);
  return sql`(SELECT * FROM (
      SELECT ${mark} AS kind, t.id, ${source} AS source_id, ${day} AS day, ${title} AS title, ${body} AS body
      FROM ${table} t WHERE t.tenant_id = ${tenantId}::uuid ORDER BY ${day} DESC, t.id DESC LIMIT ${NEWEST_SEARCHED}
    ) r WHERE ${join(holds, " AND ")} LIMIT ${MOST_FOUND})`;
}

function pattern(word: string): string {
  return `%${word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}
