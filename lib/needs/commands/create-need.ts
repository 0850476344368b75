import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { CreateNeed } from "../schema.ts";
import { requireSegment } from "./lock-need.ts";

/** Put a need on the register. @throws DomainError `invalid_input` for a segment that is not there or archived */
export async function createNeed(
  tx: TenantTx,
  session: Session,
  { statement, kind, segmentId, note }: CreateNeed,
): Promise<{ id: string }> {
  await requireSegment(tx, segmentId);
  const id = newId();
  const createdBy = session.actor.kind === "member" ? session.actor.membershipId : null;
  await tx.customerNeed.create({
    data: { id, statement, kind, segmentId, note, createdBy },
    select: { id: true },
  });
  await recordEvent(tx, session, {
    action: "need.created",
    object: { type: "need", id },
    after: { needKind: `${kind}_need`, segmentId },
  });
  return { id };
}
