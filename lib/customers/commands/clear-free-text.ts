import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { join, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { CUSTOMER_TABLES, type CustomerTable } from "../queries/customer-tables.ts";

/**
 * Clear what a customer wrote in their own words, also among the former values of imports; scores, days and reasons stay,
 * so that figures do. Undo leaves these rows as they are from now on.
 *
 * @returns the rows that were looked at
 */
export async function clearFreeText(
  tx: TenantTx,
  session: Session,
  customerId: string,
): Promise<number> {
  let cleared = 0;
  for (const each of CUSTOMER_TABLES) {
    if (each.freeText.length === 0) continue;
    await clearLedger(tx, session, each, customerId);
    cleared += await clearRows(tx, session, each, customerId);
  }
  return cleared;
}

function clearRows(
  tx: TenantTx,
  { workspace }: Session,
  { table, freeText }: CustomerTable,
  customerId: string,
): Promise<number> {
  return tx.$executeRaw`
    UPDATE ${table} SET ${join(freeText.map((column) => sql`${column} = NULL`))}, changed_import_id = NULL
    WHERE tenant_id = ${workspace.id}::uuid AND customer_id = ${customerId}::uuid`;
}

async function clearLedger(
  tx: TenantTx,
  { workspace }: Session,
  { name, table }: CustomerTable,
  customerId: string,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE import_row l SET before = NULL FROM ${table} t
    WHERE l.tenant_id = ${workspace.id}::uuid AND l.entity = ${name} AND l.before IS NOT NULL
      AND t.tenant_id = ${workspace.id}::uuid AND t.id = l.row_id AND t.customer_id = ${customerId}::uuid`;
}
