import "server-only";
import { NAMED_COLUMNS, type Register } from "#lib/bulk/index.ts";
import { sql } from "#lib/db/sql.ts";
import type { ListingToWrite } from "../types.ts";

/** How it is stored which customers a file lists in which segment. */
export const SEGMENT_LISTINGS: Register<ListingToWrite> = {
  entity: "segment_listing",
  table: sql`segment_listing`,
  hasCustomer: true,
  columns: [
    NAMED_COLUMNS.segment,
    { name: sql`has_left`, type: sql`bool`, of: ({ hasLeft }) => String(hasLeft) },
  ],
};
