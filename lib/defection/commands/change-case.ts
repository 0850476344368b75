import "server-only";
import { changedFields, recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { ChangeCase } from "../schema.ts";
import { lockSeenCase, requireMember, requireOpen } from "./lock-case.ts";

/**
 * Say who answers for an open case, what comes next and by when. The log tells that words changed, and not to what.
 *
 * @throws DomainError `not_found`, `stale`, `conflict` for one that is closed, `invalid_input` for somebody who is no active member
 */
export async function changeCase(
  tx: TenantTx,
  session: Session,
  { responsibleId, nextStep, dueOn, note, ...seen }: ChangeCase,
): Promise<{ customerId: string }> {
  const known = await lockSeenCase(tx, session, seen);
  requireOpen(known);
  if (responsibleId !== known.responsibleId) await requireMember(tx, responsibleId);
  const { customerId } = known;
  const words = [
    ...(nextStep === known.nextStep ? [] : ["next_step"]),
    ...(note === known.note ? [] : ["note"]),
  ];
  const changed = changedFields(
    { responsibleId: known.responsibleId, dueOn: known.dueOn },
    { responsibleId, dueOn },
  );
  if (!changed && words.length === 0) return { customerId };
  await tx.defectionCase.updateMany({
    where: { id: known.id },
    data: {
      ...{ responsibleId, nextStep, note, version: { increment: 1 } },
      dueOn: dueOn === null ? null : new Date(dueOn),
    },
  });
  await recordEvent(tx, session, {
    action: "defection.changed",
    object: { type: "customer", id: customerId },
    before: { ...changed?.before },
    after: { ...changed?.after, ...(words.length > 0 ? { changed: words } : {}) },
  });
  return { customerId };
}
