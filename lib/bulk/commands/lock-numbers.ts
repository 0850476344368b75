import "server-only";
import { arrayLiteral } from "#lib/db/array-literal.ts";
import { empty, type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";

/** Rows of one table by their numbers, of one source where the table's numbers belong to sources. */
export type Numbers = {
  table: Sql;
  tenantId: string;
  sourceId?: string;
  numbers: readonly string[];
};

/**
 * Hold the rows of these numbers until the end of the transaction, always in the same order: what another import is writing
 * to one of them is waited for, and seen by the statement that follows as the former value.
 */
export async function lockNumbers(
  tx: TenantTx,
  { table, tenantId, sourceId, numbers }: Numbers,
): Promise<void> {
  const ofSource = sourceId === undefined ? empty : sql` AND source_id = ${sourceId}::uuid`;
  await tx.$queryRaw`
    SELECT count(*) FROM (
      SELECT 1 FROM ${table} WHERE tenant_id = ${tenantId}::uuid${ofSource} AND external_id = ANY(${arrayLiteral(numbers)}::text[])
      ORDER BY external_id FOR NO KEY UPDATE) AS locked`;
}

/** Another import made a row of the same number meanwhile. The SQLSTATE says that another try will succeed. */
class Interleaved extends Error {
  readonly code = "40001";
}

/**
 * Refuse to enter as made what another import has made: `unseen` rows were not there when the statement began.
 *
 * @throws Interleaved, which counts as a passing error: the chunk is repeated and finds them
 */
export function refuseUnseen(unseen: number): void {
  if (unseen > 0) throw new Interleaved(`Another import made ${unseen} of these rows meanwhile.`);
}
