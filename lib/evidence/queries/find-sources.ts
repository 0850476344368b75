import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { join, type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { SOURCE_PERMISSIONS } from "../commands/link-evidence.ts";
import { FOUND_SOURCES, type FoundKind, type FoundSource } from "../types.ts";

/** Words are looked for in so many of the newest rows of each kind. */
export const NEWEST_SEARCHED = 20_000;
const MOST_FOUND = 20;
/** Of every kind so many come before more of another: a survey of many questions would leave no room for the rest. */
const FIRST_OF_A_KIND = 5;

type Columns = { table: Sql; source: Sql; day: Sql; title: Sql; body: Sql; number: Sql; mark: Sql };

const SAID = {
  ...{ source: sql`t.source_id`, day: sql`t.occurred_on` },
  ...{ body: sql`t.body`, number: sql`t.external_id` },
};
/** A call is often logged without a word: what kind it was, by which way, and how it ended then name it. */
const CONTACT = sql`coalesce(t.subject, concat_ws(' · ', t.kind, t.channel, t.outcome))`;
const TABLES: Readonly<Record<FoundKind, Columns>> = {
  signal: { ...SAID, table: sql`signal`, title: sql`t.question`, mark: sql`'signal'` },
  interaction: {
    ...{ ...SAID, table: sql`interaction`, title: CONTACT },
    mark: sql`'interaction'`,
  },
  complaint: {
    ...{ ...SAID, table: sql`complaint`, day: sql`t.received_on` },
    ...{ title: sql`coalesce(t.subject, t.reason)`, mark: sql`'complaint'` },
  },
  interview: {
    ...{ table: sql`interview`, source: sql`NULL::uuid`, day: sql`t.held_on` },
    ...{ title: sql`t.title`, body: sql`t.notes`, number: sql`NULL::text`, mark: sql`'interview'` },
  },
};

/** Words to look for, in sources of one kind or, with null, of all; `linked` are the ids of those that are no news. */
export type SourceSearch = {
  readonly text: string;
  readonly kind: FoundKind | null;
  readonly linked: readonly string[];
};

/**
 * Feedback, contacts, complaints and interviews in which all these words stand, or in their numbers: 20 at most, of each kind the first five before more
 * of another. What was said so comes before what was only asked or called so, and then the newest.
 */
export async function findSources(
  tx: TenantTx,
  session: Session,
  { text, kind, linked }: SourceSearch,
): Promise<FoundSource[]> {
  const words = text.replaceAll("\0", "").trim().split(/\s+/u).filter(Boolean).slice(0, 8);
  const kinds = FOUND_SOURCES.filter(
    (each) => session.permissions.has(SOURCE_PERMISSIONS[each]) && (kind === null || each === kind),
  );
  if (words.length === 0 || kinds.length === 0) return [];
  const tenantId = session.workspace.id;
  const parts = kinds.map((each) => bestWith(each, { words, linked, tenantId }));
  return tx.$queryRaw<FoundSource[]>`
    SELECT f.kind, f.id, f.day::text AS "occurredOn", f.title, f.body, s.name AS source
    FROM (
      SELECT * FROM (${join(parts, " UNION ALL ")}) every
      ORDER BY place > ${FIRST_OF_A_KIND}, says DESC, day DESC, id DESC LIMIT ${MOST_FOUND}
    ) f
    LEFT JOIN data_source s ON s.tenant_id = ${tenantId}::uuid AND s.id = f.source_id
    ORDER BY f.says DESC, f.day DESC, f.id DESC`;
}

type Wanted = { words: readonly string[]; linked: readonly string[]; tenantId: string };

/** Those of one kind, each with its place among them and whether its own words say all that is looked for. */
function bestWith(kind: FoundKind, { words, linked, tenantId }: Wanted): Sql {
  const { table, source, day, title, body, number, mark } = TABLES[kind];
  const holding = (text: Sql) =>
    join(
      words.map((word) => sql`${text} ILIKE ${pattern(word)}`),
      " AND ",
    );
  return sql`(SELECT *, row_number() OVER (ORDER BY says DESC, day DESC, id DESC) AS place FROM (
      SELECT r.*, r.body IS NOT NULL AND ${holding(sql`r.body`)} AS says FROM (
        SELECT ${mark} AS kind, t.id, ${source} AS source_id, ${day} AS day, ${title} AS title, ${body} AS body, ${number} AS number
        FROM ${table} t WHERE t.tenant_id = ${tenantId}::uuid ORDER BY ${day} DESC, t.id DESC LIMIT ${NEWEST_SEARCHED}
      ) r WHERE ${holding(sql`concat_ws(' ', r.title, r.body, r.number)`)} AND r.id <> ALL(${linked}::uuid[])
    ) held ORDER BY place LIMIT ${MOST_FOUND})`;
}

function pattern(word: string): string {
  return `%${word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}
