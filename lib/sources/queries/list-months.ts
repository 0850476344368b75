import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { databaseNow } from "#lib/db/database-now.ts";
import { join, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { dayInZone } from "#lib/time/index.ts";
import type { SourceMonth } from "../types.ts";
import { importsOf, SOURCE_TABLES } from "./source-tables.ts";

/** Rows of one source until today, by the month they happened in: every month from its first to its last, the last 36 of them. */
export async function listSourceMonths(
  tx: TenantTx,
  { workspace }: Session,
  sourceId: string,
): Promise<SourceMonth[]> {
  const today = dayInZone(workspace.timeZone, (await databaseNow(tx)).getTime());
  const only = sql`AND source_id = ${sourceId}::uuid`;
  const days = SOURCE_TABLES.map(
    ({ kind, table, day, import: importId }) => sql`
      SELECT ${day} AS happened_on FROM ${table} WHERE tenant_id = ${workspace.id}::uuid ${
        importId === null
          ? only
          : sql`AND ${importId} IN (SELECT id FROM (${importsOf(workspace.id, kind, only)}) i)`
      }`,
  );
  return tx.$queryRaw<SourceMonth[]>`
    WITH months AS (
      SELECT date_trunc('month', happened_on::timestamp) AS month, count(*)::float8 AS rows
      FROM (${join(days, " UNION ALL ")}) happened
      WHERE happened_on <= ${today}::date GROUP BY 1
    ), ends AS (
      SELECT greatest(min(month), max(month) - interval '35 months') AS first, max(month) AS last FROM months
    )
    SELECT to_char(each, 'YYYY-MM') AS month, coalesce(m.rows, 0) AS rows
    FROM ends, generate_series(first, last, interval '1 month') each LEFT JOIN months m ON m.month = each
    ORDER BY each`;
}
