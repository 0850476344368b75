import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { Keeping } from "../queries/keeping.ts";

/** Put a record back that `takeDeleted` has, with what went with it and may return, and keep it no longer. */
export async function putBack(
  tx: TenantTx,
  { workspace }: Session,
  { table, along }: Keeping,
  id: string,
): Promise<void> {
  const own = sql`k.tenant_id = ${workspace.id}::uuid AND k.id = ${id}::uuid`;
  await tx.$executeRaw`
    INSERT INTO ${table} SELECT x.* FROM deleted_record k, jsonb_populate_record(NULL::${table}, k.kept->'record') x WHERE ${own}`;
  for (const { name, table: other, canReturn = sql`true` } of along)
    await tx.$executeRaw`
      INSERT INTO ${other} SELECT x.* FROM deleted_record k, jsonb_populate_recordset(NULL::${other}, k.kept->${name}::text) x
      WHERE ${own} AND ${canReturn}`;
  await putBackEvidence(tx, own);
  await tx.deletedRecord.deleteMany({ where: { id } });
}

/** That of which both ends are there: what it is about, and its source. */
function putBackEvidence(tx: TenantTx, own: Sql): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO evidence SELECT x.* FROM deleted_record k, jsonb_populate_recordset(NULL::evidence, k.kept->'evidence') x
    WHERE ${own} AND (
      EXISTS (SELECT 1 FROM customer_need s WHERE s.tenant_id = x.tenant_id AND s.id = x.need_id)
      OR EXISTS (SELECT 1 FROM persona s WHERE s.tenant_id = x.tenant_id AND s.id = x.persona_id)
      OR EXISTS (SELECT 1 FROM persona_claim s WHERE s.tenant_id = x.tenant_id AND s.id = x.claim_id)
    ) AND (x.statistic IS NOT NULL
      OR EXISTS (SELECT 1 FROM signal s WHERE s.tenant_id = x.tenant_id AND s.id = x.signal_id)
      OR EXISTS (SELECT 1 FROM interaction s WHERE s.tenant_id = x.tenant_id AND s.id = x.interaction_id)
      OR EXISTS (SELECT 1 FROM complaint s WHERE s.tenant_id = x.tenant_id AND s.id = x.complaint_id)
      OR EXISTS (SELECT 1 FROM interview s WHERE s.tenant_id = x.tenant_id AND s.id = x.interview_id)
      OR EXISTS (SELECT 1 FROM evidence_file s WHERE s.tenant_id = x.tenant_id AND s.id = x.file_id))`;
}
