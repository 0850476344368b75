import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { findMapping, type MappingOfKind } from "../queries/find-mapping.ts";

export type MappingToAdopt = MappingOfKind & {
  /** Whose files are read so from now on */
  sourceId: string;
};

/**
 * Let the files of a source be read as files with the same headers of another source were.
 *
 * @throws DomainError `invalid_input` for a mapping that is gone, or one of another kind of file
 */
export async function adoptMapping(
  tx: TenantTx,
  session: Session,
  { sourceId, ...wanted }: MappingToAdopt,
): Promise<void> {
  const { id, mapping } = await findMapping(tx, wanted);
  // The source that it names is another one.
  const { source: _, ...kept } = mapping;
  await tx.$executeRaw`
    INSERT INTO import_mapping (tenant_id, id, source_id, kind, fingerprint, headers, mapping, file_name, used_at)
    SELECT tenant_id, ${newId()}::uuid, ${sourceId}::uuid, kind, fingerprint, headers, ${JSON.stringify(kept)}::jsonb, file_name, now()
    FROM import_mapping WHERE tenant_id = ${session.workspace.id}::uuid AND id = ${id}::uuid
    ON CONFLICT (tenant_id, kind, fingerprint, source_id) DO UPDATE SET headers = excluded.headers, mapping = excluded.mapping,
      file_name = excluded.file_name, used_at = excluded.used_at`;
}
