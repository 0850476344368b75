import "server-only";
import { changedFields, recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { ChangePersona } from "../schema.ts";
import { PERSONA_TEXTS } from "../types.ts";
import { requireFreeName, requireMember, requireSegment } from "./check-choices.ts";
import { lockSeenPersona, requireActive } from "./lock-persona.ts";

/**
 * Change what a persona says. The log tells which texts changed, and not to what.
 *
 * @throws DomainError `not_found`, `stale`, `conflict` for an archived one or a name that is taken, `invalid_input`
 */
export async function changePersona(
  tx: TenantTx,
  session: Session,
  { personaId, version, ...persona }: ChangePersona,
): Promise<{ id: string }> {
  const known = await lockSeenPersona(tx, session, { personaId, version });
  requireActive(known);
  const { segmentId, responsibleId, name } = persona;
  if (segmentId !== known.segmentId) await requireSegment(tx, segmentId);
  if (responsibleId !== known.responsibleId) await requireMember(tx, responsibleId);
  if (name !== known.name) await requireFreeName(tx, session, name, known.id);
  const words = ["name" as const, ...PERSONA_TEXTS].filter((each) => persona[each] !== known[each]);
  const changed = changedFields(
    { segmentId: known.segmentId, responsibleId: known.responsibleId },
    { segmentId, responsibleId },
  );
  if (!changed && words.length === 0) return { id: known.id };
  await tx.persona.updateMany({
    where: { id: known.id },
    data: { ...persona, updatedAt: new Date(), version: { increment: 1 } },
  });
  await recordEvent(tx, session, {
    action: "persona.changed",
    object: { type: "persona", id: known.id },
    before: { ...changed?.before },
    after: { ...changed?.after, ...(words.length > 0 ? { changed: words } : {}) },
  });
  return { id: known.id };
}
