import "server-only";
import { type Sql, sql } from "#lib/db/sql.ts";

export type CustomerTable = {
  name: string;
  table: Sql;
  /** What people wrote in their own words */
  freeText: readonly Sql[];
  /** No import writes it, so none takes its rows back */
  isByHand?: boolean;
  /** Rows of which a customer has one at most, and what becomes of a second one that a merge brings */
  onlyOne?: { where: Sql; becomes: Sql };
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
  { name: "acquisition_cost", table: sql`acquisition_cost`, freeText: [] },
  { name: "segment_listing", table: sql`segment_listing`, freeText: [] },
  { name: "win_loss", table: sql`win_loss`, freeText: [sql`body`] },
  {
    name: "interview",
    table: sql`interview`,
    freeText: [sql`title`, sql`notes`],
    isByHand: true,
  },
  {
    name: "defection_case",
    table: sql`defection_case`,
    freeText: [sql`next_step`, sql`note`],
    isByHand: true,
    onlyOne: {
      where: sql`closed_at IS NULL`,
      becomes: sql`outcome = 'merged', closed_at = now(), version = version + 1`,
    },
  },
];
