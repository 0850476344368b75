import "server-only";
import { empty, type Sql, sql } from "#lib/db/sql.ts";

/** Rows of one table by their numbers (an array literal), of one source where the table's numbers belong to sources. */
export type ByNumber = {
  table: Sql;
  tenantId: string;
  sourceId?: string;
  numbers: string;
};

/** The rows of these numbers: a query to select from, of `columns`. */
export function rowsByNumber(given: ByNumber, columns: Sql = sql`*`): Sql {
  return sql`SELECT t.* FROM ${eachNumber(given.numbers)} CROSS JOIN LATERAL (${oneRow(given, columns)}) t`;
}

/** The same, to hold them: one after the other in the order of their numbers. */
export function rowsToHold(given: ByNumber): Sql {
  return sql`SELECT t.* FROM ${eachNumber(given.numbers)} CROSS JOIN LATERAL (${oneRow(given, sql`1`)} FOR NO KEY UPDATE) t`;
}

function eachNumber(numbers: string): Sql {
  return sql`(SELECT DISTINCT unnest(${numbers}::text[]) AS number ORDER BY 1) n`;
}

/**
 * One number, one look into the index of numbers, and it is asked for as a range in order so that no other index will do:
 * planned with statistics of before the table grew, ANY(…) or an equation reads the whole workspace for every chunk.
 */
function oneRow({ table, tenantId, sourceId }: ByNumber, columns: Sql): Sql {
  const ofSource = sourceId === undefined ? empty : sql` AND source_id = ${sourceId}::uuid`;
  return sql`SELECT ${columns} FROM ${table}
    WHERE tenant_id = ${tenantId}::uuid${ofSource} AND external_id >= n.number AND external_id <= n.number
    ORDER BY external_id LIMIT 1`;
}
