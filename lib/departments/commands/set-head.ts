import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { SetHead } from "../schema.ts";
import { lockDepartments, pickDepartment, requireOpen, requireSeen } from "./lock-departments.ts";

/**
 * Say who answers for a department, or that nobody does.
 *
 * @throws DomainError `not_found`, `stale`, `conflict` for an archived department, `invalid_input` for who is no active member
 */
export async function setHead(
  tx: TenantTx,
  session: Session,
  { headId, ...seen }: SetHead,
): Promise<void> {
  const department = pickDepartment(await lockDepartments(tx, session), seen.departmentId);
  await requireSeen(tx, department, seen);
  requireOpen(department);
  if (department.headId === headId) return;
  if (headId) await requireActiveMember(tx, headId);
  await tx.department.updateMany({
    where: { id: department.id },
    data: { headId, version: { increment: 1 } },
  });
  await recordEvent(tx, session, {
    action: "department.head_changed",
    object: { type: "department", id: department.id },
    before: { headId: department.headId },
    after: { headId },
  });
}

async function requireActiveMember(tx: TenantTx, id: string): Promise<void> {
  const isActive = await tx.membership.count({ where: { id, deactivatedAt: null } });
  if (isActive) return;
  const message = "The head must be an active member of this workspace.";
  throw new DomainError("invalid_input", message, { fields: { headId: [message] } });
}
