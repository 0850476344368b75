import "server-only";
import { z } from "zod";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { putBack, takeDeleted } from "#lib/deleted/index.ts";
import type { BroughtBack } from "#lib/deleted/types.ts";
import { DomainError } from "#lib/errors/index.ts";
import { KEPT_CLAIM } from "../queries/kept-claim.ts";
import type { BringBackClaim } from "../schema.ts";
import { requireRoom } from "./check-choices.ts";
import { lockPersona, requireActive } from "./lock-persona.ts";

const Kept = z.object({ statement: z.string(), persona_id: z.uuid() });

/**
 * Bring a claim back that was removed within the last day, in its place, with the evidence whose source is still there.
 *
 * @throws DomainError `not_found` after that day; `conflict` where its persona is deleted or archived, or has 50 claims
 */
export async function bringBackClaim(
  tx: TenantTx,
  session: Session,
  { claimId: id }: BringBackClaim,
): Promise<BroughtBack & { personaId: string }> {
  const { statement, persona_id: personaId } = Kept.parse(
    await takeDeleted(tx, session, { kind: "claim", id }),
  );
  if (!(await tx.persona.count({ where: { id: personaId } })))
    throw new DomainError(
      "conflict",
      "The persona of this claim has been deleted since. Bring it back first.",
    );
  requireActive(await lockPersona(tx, session, personaId));
  await requireRoom(tx, personaId);
  await putBack(tx, session, KEPT_CLAIM, id);
  await recordEvent(tx, session, {
    action: "persona.claim_brought_back",
    object: { type: "persona", id: personaId },
  });
  return { id, name: statement, personaId };
}
