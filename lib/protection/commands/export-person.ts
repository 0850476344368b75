import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { databaseNow } from "#lib/db/database-now.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";

/** All that is held about one person, rows by table. */
export type PersonExport = {
  madeAt: string;
  workspace: string;
  tables: Readonly<Record<string, unknown[]>>;
};

/**
 * All that is held about one customer, from every table that hangs on them or on a number that was merged into theirs, and
 * interviews with them that can still be brought back; it leaves an event.
 *
 * @throws DomainError `not_found`
 */
export async function exportPerson(
  tx: TenantTx,
  session: Session,
  customerId: string,
): Promise<PersonExport> {
  const tenantId = session.workspace.id;
  const rows = await tx.$queryRaw<{ name: string; content: unknown }[]>`
    SELECT r.table_name AS name, r.content FROM (
      SELECT ${customerId}::uuid AS id, 0 AS rank UNION ALL
      SELECT (m.merged #>> '{customer,id}')::uuid, 1 FROM customer_merge m
      WHERE m.tenant_id = ${tenantId}::uuid AND m.survivor_id = ${customerId}::uuid) own
    CROSS JOIN LATERAL (
      SELECT table_name, content FROM rows_of_customer(own.id) UNION ALL
      SELECT 'deleted_interview', (d.kept->'record') - 'tenant_id' FROM deleted_record d
      WHERE d.tenant_id = ${tenantId}::uuid AND d.kind = 'interview' AND d.kept->'record'->>'customer_id' = own.id::text) r ORDER BY own.rank`;
  if (!rows.some(({ name }) => name === "customer"))
    throw new DomainError("not_found", "There is no such customer.");
  await recordEvent(tx, session, {
    action: "customer.person_exported",
    object: { type: "customer_list", id: null },
    after: { rows: rows.length },
  });
  const tables: Record<string, unknown[]> = {};
  for (const { name, content } of rows) tables[name] = [...(tables[name] ?? []), content];
  return {
    madeAt: (await databaseNow(tx)).toISOString(),
    workspace: session.workspace.name,
    tables,
  };
}
