import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { CreateDepartment } from "../schema.ts";
import {
  lockDepartments,
  pickDepartment,
  requireFreeName,
  requireOpen,
} from "./lock-departments.ts";

/**
 * Make a department at the top or under another.
 *
 * @throws DomainError `not_found` for the parent, `conflict` for an archived parent and for a name that is taken
 */
export async function createDepartment(
  tx: TenantTx,
  session: Session,
  { name, parentId }: CreateDepartment,
): Promise<{ id: string }> {
  const departments = await lockDepartments(tx, session);
  if (parentId) requireOpen(pickDepartment(departments, parentId));
  requireFreeName(departments, name, null);
  const id = newId();
  await tx.department.create({ data: { id, name, parentId }, select: { id: true } });
  await recordEvent(tx, session, {
    action: "department.created",
    object: { type: "department", id },
    after: { parentId },
  });
  return { id };
}
