import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { AssignCases } from "../schema.ts";
import { changeCase } from "./change-case.ts";
import { openCase } from "./open-case.ts";

/**
 * Give the cases of chosen customers to a member: who has none gets one, and the open ones change hands. A next step and a day
 * that are left empty stay as they are.
 *
 * @throws DomainError `not_found` for a customer who is not there, `invalid_input` for somebody who is no active member
 */
export async function assignCases(
  tx: TenantTx,
  session: Session,
  { customerIds, responsibleId, nextStep, dueOn }: AssignCases,
): Promise<{ cases: number }> {
  const open = await tx.defectionCase.findMany({
    where: { customerId: { in: customerIds }, closedAt: null },
    select: { id: true, customerId: true, version: true, nextStep: true, dueOn: true, note: true },
  });
  for (const customerId of customerIds) {
    const known = open.find((each) => each.customerId === customerId);
    if (!known) {
      await openCase(tx, session, { customerId, responsibleId, nextStep, dueOn, note: null });
      continue;
    }
    await changeCase(tx, session, {
      ...{ caseId: known.id, version: known.version, responsibleId, note: known.note },
      nextStep: nextStep ?? known.nextStep,
      dueOn: dueOn ?? known.dueOn?.toISOString().slice(0, 10) ?? null,
    });
  }
  return { cases: customerIds.length };
}
