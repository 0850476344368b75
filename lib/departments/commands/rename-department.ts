import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { RenameDepartment } from "../schema.ts";
import {
  lockDepartments,
  pickDepartment,
  requireFreeName,
  staleDepartment,
} from "./lock-departments.ts";

/**
 * Give a department another name. A name can hold a person's, so the audit log tells only that it changed.
 *
 * @throws DomainError `not_found`, `conflict` for a name that is taken, `stale` with the name it has now and who gave it
 */
export async function renameDepartment(
  tx: TenantTx,
  session: Session,
  { departmentId, was, name }: RenameDepartment,
): Promise<{ name: string; version: number }> {
  const departments = await lockDepartments(tx, session);
  const department = pickDepartment(departments, departmentId);
  if (department.name === name) return { name, version: department.version };
  if (department.name !== was) throw await staleDepartment(tx, department);
  requireFreeName(departments, name, department.id);
  await tx.department.updateMany({
    where: { id: department.id },
    data: { name, version: { increment: 1 } },
  });
  await recordEvent(tx, session, {
    action: "department.renamed",
    object: { type: "department", id: department.id },
    after: { changed: "name" },
  });
  return { name, version: department.version + 1 };
}
