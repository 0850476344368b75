import "server-only";
import { type Sql, sql } from "#lib/db/sql.ts";

/** Whether a piece of evidence `e` is a number of the pages of a segment; `id` is its uuid. */
export function evidenceNames(id: Sql): Sql {
  return sql`e.statistic IS NOT NULL AND position(${id}::text IN lower(e.statistic ->> 'href')) > 0`;
}
