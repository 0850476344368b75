import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { nameTaken } from "#lib/errors/name-taken.ts";
import { requireMayAsk } from "../may-ask.ts";
import { conditionsIn } from "../rule-parts.ts";
import type { NewSegment } from "../segment-input.ts";
import { keepRule } from "./keep-rule.ts";
import { requireFreeName } from "./lock-segment.ts";
import { refreshMembers } from "./refresh-members.ts";
import { requirePurpose } from "./require-rule.ts";

/**
 * Make a segment of a rule; its members are found by a job. A name can hold a person's, so the audit log does not tell it.
 *
 * @throws DomainError `forbidden` for a rule that asks what the author may not read, `invalid_input` for a sensitive one without
 *   a purpose and a lawful basis, `conflict` for a name that is taken
 */
export async function createSegment(
  tx: TenantTx,
  session: Session,
  { name, rule, note, purpose, lawfulBasis }: NewSegment,
): Promise<{ id: string }> {
  requireMayAsk(session, rule);
  await requirePurpose(tx, rule, { purpose, lawfulBasis });
  await requireFreeName(tx, session, { name, ownId: null });
  const id = newId();
  const createdBy = session.actor.kind === "member" ? session.actor.membershipId : null;
  const { count } = await tx.customerSegment.createMany({
    data: [{ id, name, kind: "rule", rule, note, purpose, lawfulBasis, createdBy }],
    skipDuplicates: true,
  });
  // Somebody else made one of that name at the same moment.
  if (count === 0) throw nameTaken({ what: "segment", name });
  await keepRule(tx, session, id);
  await recordEvent(tx, session, {
    action: "segment.created",
    object: { type: "segment", id },
    after: { kind: "rule", conditions: conditionsIn(rule).length, lawfulBasis },
  });
  await refreshMembers(tx, session);
  return { id };
}
