import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { memberOf } from "#lib/evidence/index.ts";
import type { AddClaim } from "../schema.ts";
import { requireRoom } from "./check-choices.ts";
import { lockPersona, requireActive } from "./lock-persona.ts";

/** Say something of a persona that can be checked. @throws DomainError `not_found`, `conflict` for an archived one or one with 50 claims */
export async function addClaim(
  tx: TenantTx,
  session: Session,
  { personaId, statement, confidence, expiresOn }: AddClaim,
): Promise<{ id: string; personaId: string }> {
  const persona = await lockPersona(tx, session, personaId);
  requireActive(persona);
  await requireRoom(tx, personaId);
  const { _max } = await tx.personaClaim.aggregate({
    where: { personaId },
    _max: { position: true },
  });
  const id = newId();
  await tx.personaClaim.create({
    data: {
      ...{ id, personaId, statement, confidence, createdBy: memberOf(session) },
      ...{ position: (_max.position ?? 0) + 1, expiresOn: new Date(expiresOn) },
    },
    select: { id: true },
  });
  await recordEvent(tx, session, {
    action: "persona.claim_added",
    object: { type: "persona", id: personaId },
    after: { confidence, expiresOn },
  });
  return { id, personaId };
}
