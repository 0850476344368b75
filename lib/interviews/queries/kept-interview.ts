import "server-only";
import { sql } from "#lib/db/sql.ts";
import type { Keeping } from "#lib/deleted/index.ts";

/** What is kept of a deleted interview: itself, and the evidence that was cut out of it. */
export const KEPT_INTERVIEW: Keeping = {
  kind: "interview",
  table: sql`interview`,
  name: sql`o.title`,
  evidence: sql`e.interview_id = o.id`,
  along: [],
};
