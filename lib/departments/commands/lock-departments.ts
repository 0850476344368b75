import "server-only";
import { findLastChange } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { nameTaken } from "#lib/errors/name-taken.ts";
import type { SeenDepartment } from "../schema.ts";

export type LockedDepartment = {
  id: string;
  name: string;
  parentId: string | null;
  headId: string | null;
  version: number;
  isArchived: boolean;
};

/**
 * Hold the whole tree of the workspace still until the transaction ends, always in the same order: of two moves that
 * together would close a circle, the second finds the first.
 */
export function lockDepartments(tx: TenantTx, session: Session): Promise<LockedDepartment[]> {
  return tx.$queryRaw<LockedDepartment[]>`
    SELECT id, name, parent_id AS "parentId", head_id AS "headId", version, archived_at IS NOT NULL AS "isArchived"
    FROM department WHERE tenant_id = ${session.workspace.id}::uuid ORDER BY id FOR UPDATE`;
}

/** @throws DomainError `not_found` */
export function pickDepartment(
  departments: readonly LockedDepartment[],
  id: string,
): LockedDepartment {
  const department = departments.find((each) => each.id === id);
  if (!department) throw new DomainError("not_found", "This department does not exist.");
  return department;
}

/** @throws DomainError `stale` when the department changed since it was seen, with what stands there now */
export async function requireSeen(
  tx: TenantTx,
  department: LockedDepartment,
  seen: SeenDepartment,
): Promise<void> {
  if (department.version !== seen.version) throw await staleDepartment(tx, department);
}

/** The refusal of a change to what stood there before: with what stands there now, who changed it, and when. */
export async function staleDepartment(
  tx: TenantTx,
  department: LockedDepartment,
): Promise<DomainError> {
  const object = { type: "department", id: department.id } as const;
  const { changedBy = null, changedAt = null } = (await findLastChange(tx, { object })) ?? {};
  return new DomainError(
    "stale",
    `${changedBy ?? "Somebody"} changed this department meanwhile; it is now called ${department.name}.`,
    { conflict: { current: department.name, changedBy, changedAt } },
  );
}

/** @throws DomainError `conflict` for an archived department */
export function requireOpen({ isArchived, name }: LockedDepartment): void {
  if (!isArchived) return;
  throw new DomainError("conflict", `${name} is archived. Restore it first.`);
}

/** @throws DomainError `conflict` when another department has the name; archived ones keep theirs */
export function requireFreeName(
  departments: readonly LockedDepartment[],
  name: string,
  ownId: string | null,
): void {
  const same = departments.find((each) => each.name === name && each.id !== ownId);
  if (same) throw nameTaken({ what: "department", ...same });
}
