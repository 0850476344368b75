import "server-only";
import { sql } from "#lib/db/sql.ts";
import type { Keeping } from "#lib/deleted/index.ts";

/** What is kept of a removed claim: itself and its evidence. It is listed with its persona. */
export const KEPT_CLAIM: Keeping = {
  kind: "claim",
  table: sql`persona_claim`,
  name: sql`o.statement`,
  partOf: sql`o.persona_id`,
  evidence: sql`e.claim_id = o.id`,
  along: [],
};
