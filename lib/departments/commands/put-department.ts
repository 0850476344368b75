import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { PutDepartment } from "../schema.ts";
import { changeDepartment } from "./change-department.ts";
import { createDepartment } from "./create-department.ts";
import { type LockedDepartment, lockDepartments } from "./lock-departments.ts";

/**
 * Make the department of that name, or change what is given of it. Its parent is told by name too; null is the top, and
 * left out it stays where it is.
 *
 * @throws DomainError `invalid_input` for a parent that does not exist and as `changeDepartment`; `conflict` for an
 *   archived parent
 */
export async function putDepartment(
  tx: TenantTx,
  session: Session,
  { name, parent, isArchived = false }: PutDepartment,
): Promise<{ id: string; isNew: boolean }> {
  const departments = await lockDepartments(tx, session);
  const parentId = parentOf(departments, parent);
  const found = departments.find((each) => each.name === name);
  const { id } =
    found ?? (await createDepartment(tx, session, { name, parentId: parentId ?? null }));
  const change = { departmentId: id, isArchived, ...(parentId === undefined ? {} : { parentId }) };
  await changeDepartment(tx, session, change);
  return { id, isNew: !found };
}

function parentOf(
  departments: readonly LockedDepartment[],
  parent: string | null | undefined,
): string | null | undefined {
  if (parent === null || parent === undefined) return parent;
  const found = departments.find(({ name }) => name === parent);
  if (found) return found.id;
  const message = `There is no department called ${parent}. Make it first.`;
  throw new DomainError("invalid_input", message, { fields: { "/parent": [message] } });
}
