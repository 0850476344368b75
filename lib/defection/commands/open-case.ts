import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { findScore } from "#lib/clv-runs/index.ts";
import { newId } from "#lib/db/new-ids.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { OpenCase } from "../schema.ts";
import { requireMember } from "./lock-case.ts";

/**
 * Take the case of a customer who may leave, with what the last run says of them.
 *
 * @throws DomainError `not_found`, `invalid_input` for somebody who is no active member, `conflict` where there is an open case
 */
export async function openCase(
  tx: TenantTx,
  session: Session,
  { customerId, responsibleId, nextStep, dueOn, note }: OpenCase,
): Promise<{ customerId: string }> {
  const { actor, workspace } = session;
  const isThere = await tx.customer.count({ where: { id: customerId } });
  if (!isThere) throw new DomainError("not_found", "This customer does not exist.");
  await requireMember(tx, responsibleId);
  const found = await findScore(tx, session, customerId);
  const opened = await tx.$executeRaw`
    INSERT INTO defection_case (tenant_id, id, customer_id, responsible_id, next_step, due_on, note, run_id, p_alive,
      at_risk_minor, currency, opened_by)
    VALUES (${workspace.id}::uuid, ${newId()}::uuid, ${customerId}::uuid, ${responsibleId}::uuid, ${nextStep}, ${dueOn}::date,
      ${note}, ${found?.run.id ?? null}::uuid, ${found?.score.pAlive ?? null}::real, ${found?.score.atRiskMinor ?? null}::bigint,
      ${found?.run.currency ?? workspace.currency}, ${actor.kind === "member" ? actor.membershipId : null}::uuid)
    ON CONFLICT DO NOTHING`;
  if (opened === 0)
    throw new DomainError("conflict", "Somebody has an open case of this customer already.");
  await recordEvent(tx, session, {
    action: "defection.opened",
    object: { type: "customer", id: customerId },
    after: { responsibleId, dueOn },
  });
  return { customerId };
}
