import "server-only";
import { Prisma } from "./generated/client.ts";

/** A piece of SQL with its values kept apart, for a `$queryRaw` that is put together. There is no way in for raw text. */
export const { sql, join, empty } = Prisma;
export type Sql = Prisma.Sql;

/** Whether a text begins with a prefix, as a range: row security lets only such comparisons reach an index. */
export function startsWith(column: Sql, prefix: Sql): Sql {
  return sql`${column} >= ${prefix} AND ${column} < ${prefix} || chr(1114111)`;
}
