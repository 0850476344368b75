import "server-only";
import { type Sql, sql } from "#lib/db/sql.ts";

export type CustomerTable = {
  name: string;
  table: Sql;
  /** What people wrote in their own words */
  freeText: readonly Sql[];
};

/** Tables beside orders whose rows belong to a customer; a test asks the catalog whether all are here. */
export const CUSTOMER_TABLES: readonly CustomerTable[] = [
  { name: "order_return", table: sql`order_return`, freeText: [] },
  { name: "subscription", table: sql`subscription`, freeText: [] },
  { name: "signal", table: sql`signal`, freeText: [sql`body`] },
  { name: "interaction", table: sql`interaction`, freeText: [sql`subject`, sql`body`] },
  {
    name: "complaint",
    table: sql`complaint`,
    freeText: [sql`subject`, sql`body`, sql`resolution`],
  },
  { name: "win_loss", table: sql`win_loss`, freeText: [sql`body`] },
];
