import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";

/** All that is held about one person, rows by table. */
export type PersonExport = {
  madeAt: string;
  workspace: string;
  tables: Readonly<Record<string, unknown[]>>;
};

/**
 * All that is held about one customer, from every table that hangs on them; it leaves an event.
 *
 * @throws DomainError `not_found`
 */
export async function exportPerson(
  tx: TenantTx,
  session: Session,
  customerId: string,
): Promise<PersonExport> {
  const rows = await tx.$queryRaw<{ name: string; content: unknown }[]>`
    SELECT table_name AS name, content FROM rows_of_customer(${customerId}::uuid)`;
  if (rows.length === 0) throw new DomainError("not_found", "There is no such customer.");
  await recordEvent(tx, session, {
    action: "customer.person_exported",
    object: { type: "customer_list", id: null },
    after: { rows: rows.length },
  });
  const tables: Record<string, unknown[]> = {};
  for (const { name, content } of rows) tables[name] = [...(tables[name] ?? []), content];
  return { madeAt: new Date().toISOString(), workspace: session.workspace.name, tables };
}
