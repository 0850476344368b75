import "server-only";
import { sql } from "#lib/db/sql.ts";
import type { Keeping } from "#lib/deleted/index.ts";

/** What is kept of a deleted persona: its claims, what it lives through at stages that are still there, and the evidence of all of it. */
export const KEPT_PERSONA: Keeping = {
  kind: "persona",
  table: sql`persona`,
  name: sql`o.name`,
  evidence: sql`(e.persona_id = o.id OR EXISTS (
    SELECT 1 FROM persona_claim c WHERE c.tenant_id = o.tenant_id AND c.id = e.claim_id AND c.persona_id = o.id))`,
  along: [
    { name: "persona_claim", table: sql`persona_claim`, of: sql`x.persona_id = o.id` },
    {
      name: "persona_stage",
      table: sql`persona_stage`,
      of: sql`x.persona_id = o.id`,
      pointsAt: { table: sql`experience_stage`, column: sql`stage_id` },
    },
  ],
};
