import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { empty, join, type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { importsOf, SOURCE_TABLES } from "./source-tables.ts";

/**
 * Revenue of the customers whose rows each source holds, minor units of the workspace's currency, each customer once per
 * source. A source without such rows is left out. null where value has not been computed.
 */
export async function findSourceValues(
  tx: TenantTx,
  session: Session,
): Promise<Map<string, number> | null> {
  const tenantId = session.workspace.id;
  const snapshot = await tx.valueSnapshot.findFirst({ select: { tenantId: true } });
  if (!snapshot) return null;
  const pairs = SOURCE_TABLES.flatMap((each) => pairsOf(each, tenantId));
  const values = await tx.$queryRaw<{ sourceId: string; valueMinor: number }[]>`
    SELECT p.source_id AS "sourceId", coalesce(sum(v.revenue_minor), 0)::float8 AS "valueMinor"
    FROM (${join(pairs, " UNION ")}) p
      JOIN customer_value v ON v.tenant_id = ${tenantId}::uuid AND v.customer_id = p.customer_id
    GROUP BY 1`;
  return new Map(values.map(({ sourceId, valueMinor }) => [sourceId, valueMinor]));
}

/** The customers of each source, as rows of one table name them. */
function pairsOf(
  { kind, table, customer, import: importId }: (typeof SOURCE_TABLES)[number],
  tenantId: string,
): Sql[] {
  if (customer === null) return [];
  if (importId === null)
    return [
      sql`SELECT source_id, ${customer} AS customer_id FROM ${table}
        WHERE tenant_id = ${tenantId}::uuid AND ${customer} IS NOT NULL`,
    ];
  return [
    sql`SELECT i.source_id, t.customer_id
      FROM (SELECT ${customer} AS customer_id, ${importId} AS import_id FROM ${table}
        WHERE tenant_id = ${tenantId}::uuid AND ${importId} IS NOT NULL) t
        JOIN (${importsOf(tenantId, kind, empty)}) i ON i.id = t.import_id`,
  ];
}
