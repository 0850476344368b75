import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { isId } from "#lib/db/is-id.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { keepDeleted, lockDeleted } from "#lib/deleted/index.ts";
import { DomainError } from "#lib/errors/index.ts";
import { KEPT_PERSONA } from "../queries/kept-persona.ts";
import type { SeenPersona } from "../schema.ts";
import { lockPersona, lockSeenPersona } from "./lock-persona.ts";

type Seen = Omit<SeenPersona, "version"> & { version?: number | undefined };

/**
 * Delete an archived persona with its claims, stages and evidence; sources stay, and for a day all of it can be brought back.
 *
 * @throws DomainError `not_found`, `stale`, `conflict` for one that is not archived
 */
export async function deletePersona(
  tx: TenantTx,
  session: Session,
  { personaId, version }: Seen,
): Promise<void> {
  await lockDeleted(tx, session);
  await holdClaims(tx, session, personaId);
  const persona = await (version === undefined
    ? lockPersona(tx, session, personaId)
    : lockSeenPersona(tx, session, { personaId, version }));
  if (!persona.isArchived)
    throw new DomainError("conflict", "Only an archived persona can be deleted. Archive it first.");
  const { id } = persona;
  const claims = await tx.personaClaim.count({ where: { personaId: id } });
  const evidence = await tx.evidence.count({
    where: { OR: [{ personaId: id }, { claim: { personaId: id } }] },
  });
  await keepDeleted(tx, session, KEPT_PERSONA, id);
  await tx.persona.deleteMany({ where: { id } });
  await recordEvent(tx, session, {
    action: "persona.deleted",
    object: { type: "persona", id },
    before: { claims, evidence },
  });
}

/** Waits for evidence that is being linked to its claims: it is kept too. Claims are held before their persona, as in `lockClaim`. */
async function holdClaims(tx: TenantTx, { workspace }: Session, personaId: string): Promise<void> {
  if (!isId(personaId)) return;
  await tx.$queryRaw`
    SELECT id FROM persona_claim WHERE tenant_id = ${workspace.id}::uuid AND persona_id = ${personaId}::uuid
    ORDER BY id FOR UPDATE`;
}
