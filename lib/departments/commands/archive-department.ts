import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { SeenDepartment } from "../schema.ts";
import {
  type LockedDepartment,
  lockDepartments,
  pickDepartment,
  requireOpen,
  requireSeen,
} from "./lock-departments.ts";

/**
 * Put a department away. It keeps its members, its head and its place for a return.
 *
 * @throws DomainError `not_found`, `stale`, `conflict` for one that is archived or has active departments under it
 */
export async function archiveDepartment(
  tx: TenantTx,
  session: Session,
  seen: SeenDepartment,
): Promise<void> {
  const departments = await lockDepartments(tx, session);
  const department = pickDepartment(departments, seen.departmentId);
  await requireSeen(tx, department, seen);
  requireOpen(department);
  requireNothingUnder(departments, department);
  await tx.department.updateMany({
    where: { id: department.id },
    data: { archivedAt: new Date(), version: { increment: 1 } },
  });
  await recordEvent(tx, session, {
    action: "department.archived",
    object: { type: "department", id: department.id },
    before: { isArchived: false },
    after: { isArchived: true },
  });
}

function requireNothingUnder(
  departments: readonly LockedDepartment[],
  { id, name }: LockedDepartment,
): void {
  const children = departments.filter((each) => each.parentId === id && !each.isArchived);
  if (children.length === 0) return;
  const names = children.map((child) => child.name).join(", ");
  throw new DomainError("conflict", `Move or archive what lies under ${name} first: ${names}.`);
}
