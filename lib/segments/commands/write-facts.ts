import "server-only";
import { join, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { type FactScope, factColumns, factSources } from "../queries/fact-columns.ts";

/**
 * Write what rules ask of every customer whose facts have changed since they were last written, and tell how many those are. Takes
 * seconds at a million customers: give it a `timeoutMs`.
 */
export async function writeFacts(tx: TenantTx, scope: FactScope): Promise<number> {
  const columns = factColumns(scope);
  const names = columns.map(([name]) => name);
  const now = join(columns.map(([name, value]) => sql`${value} AS ${name}`));
  const isNew = join(names.map((name) => sql`n.${name}`));
  const was = join(names.map((name) => sql`f.${name}`));
  const set = join(names.map((name) => sql`${name} = excluded.${name}`));
  return await tx.$executeRaw`
    INSERT INTO customer_fact (tenant_id, customer_id, ${join(names)})
    SELECT ${scope.tenantId}::uuid, n.customer_id, ${isNew}
    FROM (SELECT c.id AS customer_id, ${now} ${factSources(scope)}) n
    LEFT JOIN customer_fact f ON f.tenant_id = ${scope.tenantId}::uuid AND f.customer_id = n.customer_id
    WHERE f.customer_id IS NULL OR ROW(${isNew}) IS DISTINCT FROM ROW(${was})
    ON CONFLICT (tenant_id, customer_id) DO UPDATE SET ${set}`;
}
