import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { ChangeDepartment } from "../schema.ts";
import { archiveDepartment } from "./archive-department.ts";
import { lockDepartments, pickDepartment } from "./lock-departments.ts";
import { moveDepartment } from "./move-department.ts";
import { renameDepartment } from "./rename-department.ts";
import { restoreDepartment } from "./restore-department.ts";

/**
 * Change what is given of a department and leave the rest: brought back first, put away last, so that all of it can be
 * said at once. What is so already is no change.
 *
 * @throws DomainError `not_found`; `conflict` for a name that is taken, for an archived department or parent, and for one
 *   put away that has active departments under it; `invalid_input` for a place under itself
 */
export async function changeDepartment(
  tx: TenantTx,
  session: Session,
  { departmentId, name, parentId, isArchived }: ChangeDepartment,
): Promise<void> {
  const now = async () => {
    const department = pickDepartment(await lockDepartments(tx, session), departmentId);
    return { ...department, departmentId };
  };
  const before = await now();
  if (before.isArchived && isArchived === false) await restoreDepartment(tx, session, before);
  if (name !== undefined)
    await renameDepartment(tx, session, { departmentId, was: before.name, name });
  if (parentId !== undefined && parentId !== (await now()).parentId)
    await moveDepartment(tx, session, { ...(await now()), parentId });
  if (isArchived && !before.isArchived) await archiveDepartment(tx, session, await now());
}
