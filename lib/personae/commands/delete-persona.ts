import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { SeenPersona } from "../schema.ts";
import { lockSeenPersona } from "./lock-persona.ts";

/**
 * Delete an archived persona with its claims, stages and evidence; sources stay.
 *
 * @throws DomainError `not_found`, `stale`, `conflict` for one that is not archived
 */
export async function deletePersona(
  tx: TenantTx,
  session: Session,
  seen: SeenPersona,
): Promise<void> {
  const persona = await lockSeenPersona(tx, session, seen);
  if (!persona.isArchived)
    throw new DomainError("conflict", "Only an archived persona can be deleted. Archive it first.");
  const { id } = persona;
  const claims = await tx.personaClaim.count({ where: { personaId: id } });
  const evidence = await tx.evidence.count({
    where: { OR: [{ personaId: id }, { claim: { personaId: id } }] },
  });
  await tx.persona.deleteMany({ where: { id } });
  await recordEvent(tx, session, {
    action: "persona.deleted",
    object: { type: "persona", id },
    before: { claims, evidence },
  });
}
