import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";

/** Remove kept files of the day before and earlier that nothing points at any more, nor would once what was deleted is back; returns how many. */
export function forgetFiles(tx: TenantTx, { workspace }: Session): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM evidence_file f WHERE f.tenant_id = ${workspace.id}::uuid AND f.created_at < now() - interval '1 day'
      AND NOT EXISTS (SELECT 1 FROM evidence e WHERE e.tenant_id = ${workspace.id}::uuid AND e.file_id = f.id)
      AND NOT EXISTS (SELECT 1 FROM deleted_record d WHERE d.tenant_id = ${workspace.id}::uuid
        AND d.kept->'evidence' @> jsonb_build_array(jsonb_build_object('file_id', f.id)))`;
}
