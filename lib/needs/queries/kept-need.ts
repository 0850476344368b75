import "server-only";
import { sql } from "#lib/db/sql.ts";
import type { Keeping } from "#lib/deleted/index.ts";

/** What is kept of a deleted need: questions whose source is still there come back with it, and what reports say of it. */
export const KEPT_NEED: Keeping = {
  kind: "need",
  table: sql`customer_need`,
  name: sql`o.statement`,
  evidence: sql`e.need_id = o.id`,
  along: [
    { name: "need_rating", table: sql`need_rating`, of: sql`x.need_id = o.id` },
    {
      name: "need_question",
      table: sql`need_question`,
      of: sql`x.need_id = o.id`,
      pointsAt: { table: sql`data_source`, column: sql`source_id` },
    },
  ],
};
