import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";

/** A customer's row as the ledger of a merge keeps it: every column that the database does not make itself. */
export type LockedCustomer = {
  id: string;
  external_id: string;
  email: string | null;
  name: string | null;
  phone: string | null;
  registered_on: string | null;
  attributes: Record<string, string>;
  created_import_id: string | null;
  changed_import_id: string | null;
  created_at: string;
  updated_at: string;
};

/**
 * Hold customers still until the end of the transaction, always in the same order: two merges cannot wait for each other.
 *
 * @throws DomainError `not_found` when one of them is not there
 */
export async function lockCustomers(
  tx: TenantTx,
  session: Session,
  ids: readonly string[],
): Promise<LockedCustomer[]> {
  const rows = await tx.$queryRaw<LockedCustomer[]>`
    SELECT c.id, c.external_id, c.email, c.name, c.phone, c.registered_on::text AS registered_on, c.attributes,
      c.created_import_id, c.changed_import_id, c.created_at::text AS created_at, c.updated_at::text AS updated_at
    FROM customer c WHERE c.tenant_id = ${session.workspace.id}::uuid AND c.id = ANY(${[...ids]}::uuid[])
    ORDER BY c.id FOR UPDATE`;
  if (rows.length !== new Set(ids).size) {
    throw new DomainError("not_found", "This customer does not exist any more.");
  }
  return rows;
}
