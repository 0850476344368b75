import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";

export type LockedEndpoint = { url: string; events: string[]; secret: string; isOff: boolean };

/** An endpoint, held until the end of the transaction. @throws DomainError `not_found` */
export async function lockEndpoint(
  tx: TenantTx,
  { workspace }: Session,
  id: string,
): Promise<LockedEndpoint> {
  const [row] = await tx.$queryRaw<LockedEndpoint[]>`
    SELECT url, events, secret, off_at IS NOT NULL AS "isOff" FROM webhook_endpoint
    WHERE tenant_id = ${workspace.id}::uuid AND id = ${id}::uuid FOR UPDATE`;
  if (!row) throw new DomainError("not_found", "This webhook does not exist.");
  return row;
}
