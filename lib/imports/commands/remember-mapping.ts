import "server-only";
import { hash } from "node:crypto";
import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { headerKey, MOST_HEADERS_REMEMBERED, memorable } from "../saved-mapping.ts";
import type { ImportMapping } from "../schema.ts";
import type { ImportKind } from "../types.ts";

/** What identifies a workspace's mapping of one kind of file: sha256 of its headers in hexadecimal. */
export function fingerprintOf(headers: readonly string[]): string {
  return hash("sha256", headerKey(headers));
}

export type MappingToRemember = {
  sourceId: string;
  kind: ImportKind;
  headers: readonly string[];
  mapping: ImportMapping | undefined;
};

/** Keep the mapping of an import for the next file of its source with the same headers, in place of an older one. */
export async function rememberMapping(
  tx: TenantTx,
  session: Session,
  importId: string,
  { sourceId, kind, headers, mapping }: MappingToRemember,
): Promise<void> {
  const kept = mapping && memorable(mapping);
  if (!kept || headers.length > MOST_HEADERS_REMEMBERED) return;
  const tenantId = session.workspace.id;
  await tx.$executeRaw`
    INSERT INTO import_mapping (tenant_id, id, source_id, kind, fingerprint, headers, mapping, file_name, used_at)
    SELECT tenant_id, ${newId()}::uuid, ${sourceId}::uuid, kind, ${fingerprintOf(headers)}, ${[...headers]}::text[], ${JSON.stringify(kept)}::jsonb, file_name, now()
    FROM import WHERE tenant_id = ${tenantId}::uuid AND id = ${importId}::uuid AND kind = ${kind}
    ON CONFLICT (tenant_id, kind, fingerprint, source_id) DO UPDATE SET headers = excluded.headers, mapping = excluded.mapping,
      file_name = excluded.file_name, used_at = excluded.used_at`;
}
