import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { RevokeApiKey } from "../schema.ts";

/**
 * End an API key for good: the next request with it is refused.
 *
 * @throws DomainError `not_found`, also for a key that is revoked already
 */
export async function revokeApiKey(
  tx: TenantTx,
  session: Session,
  { keyId }: RevokeApiKey,
): Promise<void> {
  const { count } = await tx.apiKey.updateMany({
    where: { id: keyId, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  if (count === 0) throw new DomainError("not_found", "This key does not exist any more.");
  await recordEvent(tx, session, {
    action: "api_key.revoked",
    object: { type: "api_key", id: keyId },
  });
}
