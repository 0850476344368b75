import "server-only";
import { sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { type ByNumber, rowsByNumber, rowsToHold } from "../queries/by-number.ts";

/**
 * Hold the rows of these numbers until the end of the transaction, always in the same order: what another import is writing
 * to one of them is waited for, and seen by the statement that follows as the former value.
 *
 * @returns how many there are
 */
export async function lockNumbers(tx: TenantTx, given: ByNumber): Promise<number> {
  const [held] = await tx.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count FROM (${rowsToHold(given)}) AS held`;
  return held.count;
}

/** The former values of rows that were held: a look for each number, and none where nobody has one of them. */
export function formerRows(given: ByNumber, held: number) {
  return held > 0 ? rowsByNumber(given) : sql`SELECT * FROM ${given.table} WHERE false`;
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
