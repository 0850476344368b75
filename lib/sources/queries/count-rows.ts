import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { empty, join, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { SourceRowCounts, SourceRowKind } from "../types.ts";
import { SOURCE_TABLES } from "./source-tables.ts";

type Count = { sourceId: string; kind: SourceRowKind; rows: number };

/** Rows by source and kind, of every source or of one; each table is read by the index of its numbers alone. */
export async function countRows(
  tx: TenantTx,
  session: Session,
  sourceId?: string,
): Promise<Map<string, SourceRowCounts>> {
  const tenantId = session.workspace.id;
  const narrowed = sourceId === undefined ? empty : sql`AND source_id = ${sourceId}::uuid`;
  const counts = await tx.$queryRaw<Count[]>`${join(
    SOURCE_TABLES.map(
      ({ kind, table }) => sql`
        SELECT source_id AS "sourceId", ${kind}::text AS kind, count(*)::float8 AS rows FROM ${table}
        WHERE tenant_id = ${tenantId}::uuid ${narrowed} GROUP BY 1`,
    ),
    " UNION ALL ",
  )}`;
  const bySource = new Map<string, SourceRowCounts>();
  for (const { sourceId: id, kind, rows } of counts)
    bySource.set(id, { ...bySource.get(id), [kind]: rows });
  return bySource;
}
