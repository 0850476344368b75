import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { MovedRows } from "../merge-ledger.ts";
import { CUSTOMER_TABLES } from "../queries/customer-tables.ts";

type Move = { from: string; to: string };

/** Give every row that hangs on one customer to another; by table, the ids of those that moved. */
export async function moveRows(
  tx: TenantTx,
  { workspace }: Session,
  { from, to }: Move,
): Promise<MovedRows> {
  const moved: MovedRows = {};
  for (const { name, table, onlyOne } of CUSTOMER_TABLES) {
    if (onlyOne)
      await tx.$executeRaw`
        UPDATE ${table} t SET ${onlyOne.becomes}
        WHERE t.tenant_id = ${workspace.id}::uuid AND t.customer_id = ${from}::uuid AND ${onlyOne.where}
          AND EXISTS (SELECT 1 FROM ${table} o
            WHERE o.tenant_id = ${workspace.id}::uuid AND o.customer_id = ${to}::uuid AND ${onlyOne.where})`;
    const rows = await tx.$queryRaw<{ id: string }[]>`
      UPDATE ${table} t SET customer_id = ${to}::uuid
      WHERE t.tenant_id = ${workspace.id}::uuid AND t.customer_id = ${from}::uuid RETURNING t.id`;
    if (rows.length > 0) moved[name] = rows.map(({ id }) => id);
  }
  return moved;
}

/** Give rows back that a merge has moved, as far as they are still where it put them; interviews also while they are deleted. */
export async function moveRowsBack(
  tx: TenantTx,
  { workspace }: Session,
  { from, to }: Move,
  moved: MovedRows,
): Promise<void> {
  for (const { name, table } of CUSTOMER_TABLES) {
    const ids = moved[name];
    if (!ids) continue;
    await tx.$executeRaw`
      UPDATE ${table} t SET customer_id = ${to}::uuid
      WHERE t.tenant_id = ${workspace.id}::uuid AND t.id = ANY(${ids}::uuid[]) AND t.customer_id = ${from}::uuid`;
  }
  await tx.$executeRaw`
    UPDATE deleted_record d SET kept = jsonb_set(d.kept, '{record,customer_id}', to_jsonb(${to}::uuid))
    WHERE d.tenant_id = ${workspace.id}::uuid AND d.id = ANY(${moved["interview"] ?? []}::uuid[])
      AND d.kept->'record'->>'customer_id' = ${from}::uuid::text`;
}
