import "server-only";
import { changedFields, recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { ChangeClaim } from "../schema.ts";
import { lockSeenClaim } from "./lock-claim.ts";

/** Change what a claim says, how sure one is, and until when. @throws DomainError `not_found`, `stale`, `conflict` for an archived persona */
export async function changeClaim(
  tx: TenantTx,
  session: Session,
  { statement, confidence, expiresOn, ...seen }: ChangeClaim,
): Promise<{ personaId: string }> {
  const claim = await lockSeenClaim(tx, session, seen);
  const { personaId } = claim;
  const changed = changedFields(
    { confidence: claim.confidence, expiresOn: claim.expiresOn },
    { confidence, expiresOn },
  );
  const isReworded = statement !== claim.statement;
  if (!changed && !isReworded) return { personaId };
  await tx.personaClaim.updateMany({
    where: { id: claim.id },
    data: {
      ...{ statement, confidence, expiresOn: new Date(expiresOn), version: { increment: 1 } },
      ...(expiresOn === claim.expiresOn ? {} : { alertedAt: null }),
    },
  });
  await recordEvent(tx, session, {
    action: "persona.claim_changed",
    object: { type: "persona", id: personaId },
    before: { ...changed?.before },
    after: { ...changed?.after, ...(isReworded ? { changed: ["statement"] } : {}) },
  });
  return { personaId };
}
