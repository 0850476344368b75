import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { MoveDepartment } from "../schema.ts";
import { mayHangUnder } from "../tree.ts";
import { lockDepartments, pickDepartment, requireOpen, requireSeen } from "./lock-departments.ts";

/**
 * Hang a department, with all that lies under it, under another or at the top.
 *
 * @throws DomainError `not_found`, `stale`, `conflict` for an archived one, `invalid_input` for a place under itself
 */
export async function moveDepartment(
  tx: TenantTx,
  session: Session,
  { parentId, ...seen }: MoveDepartment,
): Promise<void> {
  const departments = await lockDepartments(tx, session);
  const department = pickDepartment(departments, seen.departmentId);
  await requireSeen(tx, department, seen);
  requireOpen(department);
  if (department.parentId === parentId) return;
  if (parentId) requireOpen(pickDepartment(departments, parentId));
  if (!mayHangUnder(departments, department.id, parentId)) throw circle(department.name);
  await tx.department.updateMany({
    where: { id: department.id },
    data: { parentId, version: { increment: 1 } },
  });
  await recordEvent(tx, session, {
    action: "department.moved",
    object: { type: "department", id: department.id },
    before: { parentId: department.parentId },
    after: { parentId },
  });
}

function circle(name: string): DomainError {
  const message = `${name} cannot lie under itself or under a department of its own.`;
  return new DomainError("invalid_input", message, { fields: { parentId: [message] } });
}
