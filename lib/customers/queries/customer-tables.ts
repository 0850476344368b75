import "server-only";
import { sql } from "#lib/db/sql.ts";

/** Tables beside orders whose rows belong to a customer; a test asks the catalog whether all are here. */
export const CUSTOMER_TABLES = [
  { name: "order_return", table: sql`order_return` },
  { name: "subscription", table: sql`subscription` },
  { name: "signal", table: sql`signal` },
  { name: "interaction", table: sql`interaction` },
  { name: "complaint", table: sql`complaint` },
  { name: "win_loss", table: sql`win_loss` },
] as const;
