import "server-only";
import type { Actor, Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { AuditEventInput } from "../types.ts";

/** Write who did what, in the transaction of the change: both happen or neither. Without personal data. */
export async function recordEvent(
  tx: TenantTx,
  session: Session,
  event: AuditEventInput,
): Promise<void> {
  const { before, after } = event;
  await tx.auditEvent.create({
    data: {
      id: newId(),
      actorKind: session.actor.kind,
      actorId: actorIdOf(session.actor),
      action: event.action,
      objectType: event.object.type,
      objectId: event.object.id,
      requestId: session.requestId ?? null,
      ...(before ? { before: { ...before } } : {}),
      ...(after ? { after: { ...after } } : {}),
    },
    select: { id: true },
  });
}

function actorIdOf(actor: Actor): string | null {
  if (actor.kind === "member") return actor.membershipId;
  return actor.kind === "api_key" ? actor.keyId : null;
}
