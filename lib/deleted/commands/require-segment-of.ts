import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";

/**
 * The segment of a record that comes back is there, and stays until the transaction ends; null is of none.
 *
 * @throws DomainError `conflict` with `message` where it has been deleted since
 */
export async function requireSegmentOf(
  tx: TenantTx,
  { workspace }: Session,
  segmentId: string | null,
  message: string,
): Promise<void> {
  if (segmentId === null) return;
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM customer_segment WHERE tenant_id = ${workspace.id}::uuid AND id = ${segmentId}::uuid FOR KEY SHARE`;
  if (found.length === 0) throw new DomainError("conflict", message);
}
