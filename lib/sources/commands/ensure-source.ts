import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { tidyName } from "#lib/format/name-key.ts";
import type { SourceKind } from "../types.ts";

/** The source of that name, whatever its case; null when there is none. */
export async function findSource(
  tx: TenantTx,
  { workspace }: Session,
  name: string,
): Promise<string | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM data_source WHERE tenant_id = ${workspace.id}::uuid AND lower(name) = lower(${tidyName(name)})`;
  return rows[0]?.id ?? null;
}

/** The source of that name, made when there is none. */
export async function ensureSource(
  tx: TenantTx,
  session: Session,
  { name, kind }: { name: string; kind: SourceKind },
): Promise<string> {
  const id = newId();
  const made = await tx.$executeRaw`
    INSERT INTO data_source (tenant_id, id, name, kind)
    VALUES (${session.workspace.id}::uuid, ${id}::uuid, ${tidyName(name)}, ${kind}) ON CONFLICT DO NOTHING`;
  if (made === 0) {
    const found = await findSource(tx, session, name);
    if (found) return found;
  }
  await recordEvent(tx, session, {
    action: "source.created",
    object: { type: "source", id },
    after: { kind },
  });
  return id;
}
