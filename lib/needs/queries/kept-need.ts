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
      canReturn: sql`(x.source_id IS NULL
        OR EXISTS (SELECT 1 FROM data_source s WHERE s.tenant_id = x.tenant_id AND s.id = x.source_id))`,
    },
  ],
};
