import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { keepDeleted, lockDeleted } from "#lib/deleted/index.ts";
import { KEPT_CLAIM } from "../queries/kept-claim.ts";
import type { SeenClaim } from "../schema.ts";
import { lockSeenClaim } from "./lock-claim.ts";

/**
 * Take a claim away with its evidence; sources stay, and for a day both can be brought back.
 *
 * @throws DomainError `not_found`, `stale`, `conflict` for an archived persona
 */
export async function removeClaim(
  tx: TenantTx,
  session: Session,
  seen: SeenClaim,
): Promise<{ personaId: string }> {
  await lockDeleted(tx, session);
  const { id, personaId } = await lockSeenClaim(tx, session, seen);
  const evidence = await tx.evidence.count({ where: { claimId: id } });
  await keepDeleted(tx, session, KEPT_CLAIM, id);
  await tx.personaClaim.deleteMany({ where: { id } });
  await recordEvent(tx, session, {
    action: "persona.claim_removed",
    object: { type: "persona", id: personaId },
    before: { evidence },
  });
  return { personaId };
}
