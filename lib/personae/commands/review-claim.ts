import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { dayInZone } from "#lib/time/index.ts";
import type { ReviewClaim } from "../schema.ts";
import { lockSeenClaim } from "./lock-claim.ts";

/**
 * Say today that a claim still holds, and until when. Whoever answers for it is told anew when that day comes.
 *
 * @throws DomainError `not_found`, `stale`, `conflict` for an archived persona, `invalid_input` for a day that is not ahead
 */
export async function reviewClaim(
  tx: TenantTx,
  session: Session,
  { expiresOn, ...seen }: ReviewClaim,
  now = new Date(),
): Promise<{ personaId: string }> {
  const claim = await lockSeenClaim(tx, session, seen);
  const today = dayInZone(session.workspace.timeZone, now.getTime());
  if (expiresOn <= today) {
    const message = "Give a day that is still to come.";
    throw new DomainError("invalid_input", message, { fields: { expiresOn: [message] } });
  }
  await tx.personaClaim.updateMany({
    where: { id: claim.id },
    data: {
      ...{ expiresOn: new Date(expiresOn), reviewedOn: new Date(today), alertedAt: null },
      version: { increment: 1 },
    },
  });
  const { personaId } = claim;
  await recordEvent(tx, session, {
    action: "persona.claim_reviewed",
    object: { type: "persona", id: personaId },
    before: { expiresOn: claim.expiresOn },
    after: { expiresOn },
  });
  return { personaId };
}
