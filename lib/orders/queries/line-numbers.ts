import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { rowsByNumber } from "#lib/bulk/index.ts";
import { arrayLiteral } from "#lib/db/array-literal.ts";
import { sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";

/** Stored orders by number: the numbers of their lines, and whether the import that asks wrote them. */
export type LineNumbers = ReadonlyMap<
  string,
  { lines: readonly string[]; isOfThisImport: boolean }
>;

/** Those of these numbers that are orders, with the numbers of their lines. */
export async function findLineNumbers(
  tx: TenantTx,
  { workspace }: Session,
  importId: string,
  numbers: readonly string[],
): Promise<LineNumbers> {
  const tenantId = workspace.id;
  const table = sql`customer_order`;
  const rows = await tx.$queryRaw<{ number: string; lines: string[]; isOfThisImport: boolean }[]>`
    SELECT o.external_id AS number, o.changed_import_id IS NOT DISTINCT FROM ${importId}::uuid AS "isOfThisImport",
      ARRAY(SELECT l.number FROM order_line l WHERE l.tenant_id = ${tenantId}::uuid AND l.order_id = o.id) AS lines
    FROM (${rowsByNumber({ table, tenantId, numbers: arrayLiteral(numbers) })}) o`;
  return new Map(rows.map(({ number, ...order }) => [number, order]));
}
