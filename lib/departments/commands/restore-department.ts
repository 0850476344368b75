import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { SeenDepartment } from "../schema.ts";
import { lockDepartments, pickDepartment, requireSeen } from "./lock-departments.ts";

/**
 * Bring an archived department back; at the top when what it lay under is archived itself.
 *
 * @throws DomainError `not_found`, `stale`, or `conflict` for one that is not archived
 */
export async function restoreDepartment(
  tx: TenantTx,
  session: Session,
  seen: SeenDepartment,
): Promise<void> {
  const departments = await lockDepartments(tx, session);
  const department = pickDepartment(departments, seen.departmentId);
  await requireSeen(tx, department, seen);
  if (!department.isArchived)
    throw new DomainError("conflict", `${department.name} is not archived.`);
  const parent = departments.find(({ id }) => id === department.parentId);
  const parentId = parent && !parent.isArchived ? parent.id : null;
  await tx.department.updateMany({
    where: { id: department.id },
    data: { archivedAt: null, parentId, version: { increment: 1 } },
  });
  await recordEvent(tx, session, {
    action: "department.restored",
    object: { type: "department", id: department.id },
    before: { isArchived: true, parentId: department.parentId },
    after: { isArchived: false, parentId },
  });
}
