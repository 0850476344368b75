import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { arrayLiteral } from "#lib/db/array-literal.ts";
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
    if (!each.isByHand) await clearLedger(tx, session, each, customerId);
    cleared += await clearRows(tx, session, each, customerId);
  }
  return cleared;
}

function clearRows(
  tx: TenantTx,
  { workspace }: Session,
  { table, freeText, isByHand }: CustomerTable,
  customerId: string,
): Promise<number> {
  const cleared = [...freeText, ...(isByHand ? [] : [sql`changed_import_id`])];
  return tx.$executeRaw`
    UPDATE ${table} SET ${join(cleared.map((column) => sql`${column} = NULL`))}
    WHERE tenant_id = ${workspace.id}::uuid AND customer_id = ${customerId}::uuid`;
}

/** Of rows that are theirs now, no former value is given back; those that were theirs come back without their words. */
async function clearLedger(
  tx: TenantTx,
  { workspace }: Session,
  { name, table, freeText }: CustomerTable,
  customerId: string,
): Promise<void> {
  const words = arrayLiteral(freeText.map((column) => column.sql));
  await tx.$executeRaw`
    UPDATE import_row l SET before = CASE WHEN l.before->>'customer_id' = ${customerId} THEN l.before - ${words}::text[] END
    WHERE l.tenant_id = ${workspace.id}::uuid AND l.entity = ${name} AND l.before IS NOT NULL
      AND (l.before->>'customer_id' = ${customerId} OR l.row_id IN (SELECT t.id FROM ${table} t
        WHERE t.tenant_id = ${workspace.id}::uuid AND t.customer_id = ${customerId}::uuid))`;
}
