import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { empty, join, type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { SourceRowCounts, SourceRowKind } from "../types.ts";
import { importsOf, SOURCE_TABLES } from "./source-tables.ts";

type Count = { sourceId: string; kind: SourceRowKind; rows: number };

/** Rows by source and kind, of every source or of one; most tables are read by the index of their numbers alone. */
export async function countRows(
  tx: TenantTx,
  session: Session,
  sourceId?: string,
): Promise<Map<string, SourceRowCounts>> {
  const tenantId = session.workspace.id;
  const narrowed = sourceId === undefined ? empty : sql`AND source_id = ${sourceId}::uuid`;
  const counts = await tx.$queryRaw<Count[]>`${join(
    SOURCE_TABLES.map((each) =>
      each.import === null
        ? sql`
        SELECT source_id AS "sourceId", ${each.kind}::text AS kind, count(*)::float8 AS rows FROM ${each.table}
        WHERE tenant_id = ${tenantId}::uuid ${narrowed} GROUP BY 1`
        : countByImport({ ...each, import: each.import }, tenantId, narrowed),
    ),
    " UNION ALL ",
  )}`;
  const bySource = new Map<string, SourceRowCounts>();
  for (const { sourceId: id, kind, rows } of counts)
    bySource.set(id, { ...bySource.get(id), [kind]: rows });
  return bySource;
}

type ImportedTable = { kind: SourceRowKind; table: Sql; import: Sql };

/** Counted by import first: there are few imports to look up then. */
function countByImport(
  { kind, table, import: importId }: ImportedTable,
  tenantId: string,
  narrowed: Sql,
): Sql {
  return sql`
    SELECT i.source_id AS "sourceId", ${kind}::text AS kind, sum(c.rows)::float8 AS rows
    FROM (SELECT ${importId} AS import_id, count(*) AS rows FROM ${table}
      WHERE tenant_id = ${tenantId}::uuid AND ${importId} IS NOT NULL GROUP BY 1) c
      JOIN (${importsOf(tenantId, kind, narrowed)}) i ON i.id = c.import_id
    GROUP BY 1`;
}
