import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { join, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { memberOf } from "#lib/evidence/index.ts";
import type { Keeping } from "../queries/keeping.ts";

/**
 * Keep a record that is about to be deleted for a day, with all that goes with it, as its rows are. Evidence of which the other end is
 * deleted too goes along: it is back when both are. Called with `lockDeleted` held.
 */
export async function keepDeleted(
  tx: TenantTx,
  session: Session,
  { kind, table, name, partOf, evidence, along }: Keeping,
  id: string,
): Promise<void> {
  const tenantId = session.workspace.id;
  const rows = along.map(
    (each) => sql`${each.name}::text, (SELECT coalesce(jsonb_agg(x), '[]') FROM ${each.table} x
      WHERE x.tenant_id = ${tenantId}::uuid AND ${each.of})`,
  );
  const pieces = sql`'evidence', (SELECT coalesce(jsonb_agg(e), '[]') FROM (
      SELECT e.* FROM evidence e WHERE e.tenant_id = ${tenantId}::uuid AND ${evidence}
      UNION SELECT e.* FROM deleted_record d, jsonb_populate_recordset(NULL::evidence, d.kept->'evidence') e
        WHERE d.tenant_id = ${tenantId}::uuid AND ${evidence}
    ) e)`;
  await tx.$executeRaw`
    INSERT INTO deleted_record (tenant_id, id, kind, name, part_of, kept, deleted_by)
    SELECT o.tenant_id, o.id, ${kind}::text, ${name}, ${partOf ?? sql`NULL::uuid`},
      jsonb_build_object('record', to_jsonb(o), ${join([...rows, pieces])}), ${memberOf(session)}::uuid
    FROM ${table} o WHERE o.tenant_id = ${tenantId}::uuid AND o.id = ${id}::uuid`;
}
