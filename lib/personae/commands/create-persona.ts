import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { memberOf } from "#lib/evidence/index.ts";
import { lockStages } from "#lib/experience/index.ts";
import type { CreatePersona } from "../schema.ts";
import { requireFreeName, requireMember, requireSegment } from "./check-choices.ts";

/**
 * Make a persona of a segment.
 *
 * @throws DomainError `conflict` for a name that is taken, `invalid_input` for a segment or a member that is not there
 */
export async function createPersona(
  tx: TenantTx,
  session: Session,
  persona: CreatePersona,
): Promise<{ id: string }> {
  await requireSegment(tx, persona.segmentId);
  await requireMember(tx, persona.responsibleId);
  await requireFreeName(tx, session, persona.name);
  // The usual stages become the workspace's own with its first persona.
  await lockStages(tx, session);
  const id = newId();
  await tx.persona.create({
    data: { ...persona, id, createdBy: memberOf(session) },
    select: { id: true },
  });
  await recordEvent(tx, session, {
    action: "persona.created",
    object: { type: "persona", id },
    after: { segmentId: persona.segmentId, responsibleId: persona.responsibleId },
  });
  return { id };
}
