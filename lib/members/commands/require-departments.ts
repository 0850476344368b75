import "server-only";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";

/** @throws DomainError `invalid_input` unless each id is an active department of the workspace */
export async function requireDepartments(tx: TenantTx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const found = await tx.department.count({ where: { id: { in: [...ids] }, archivedAt: null } });
  if (found === ids.length) return;
  const message = "One of these departments does not exist any more. Reload the page.";
  throw new DomainError("invalid_input", message, { fields: { departmentIds: [message] } });
}
