import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { EvidenceCount, Subject } from "../types.ts";

const COLUMN: Readonly<Record<Subject, Sql>> = {
  need: sql`e.need_id`,
  persona: sql`e.persona_id`,
  claim: sql`e.claim_id`,
};

/** Two pieces of one source count once; each statistic is a source of its own. */
const SOURCE = sql`coalesce(e.signal_id, e.interaction_id, e.complaint_id, e.interview_id, e.file_id, e.id)`;

/** How many different sources speak for and against each of these things; one without any is left out. */
export async function countEvidence(
  tx: TenantTx,
  { workspace }: Session,
  { subject, ids }: { subject: Subject; ids: readonly string[] },
): Promise<Map<string, EvidenceCount>> {
  if (ids.length === 0) return new Map();
  const column = COLUMN[subject];
  const rows = await tx.$queryRaw<(EvidenceCount & { id: string })[]>`
    WITH last AS (
      SELECT ${column} AS id, max(e.dated_on) FILTER (WHERE e.stance = 'supports') AS support_on
      FROM evidence e WHERE e.tenant_id = ${workspace.id}::uuid AND ${column} = ANY(${[...ids]}::uuid[]) GROUP BY 1
    )
    SELECT l.id, l.support_on::text AS "lastSupportOn",
      (count(DISTINCT ${SOURCE}) FILTER (WHERE e.stance = 'supports'))::int AS supports,
      (count(DISTINCT ${SOURCE}) FILTER (WHERE e.stance = 'contradicts'))::int AS contradicts,
      (count(DISTINCT ${SOURCE}) FILTER (WHERE e.stance = 'contradicts' AND e.dated_on > coalesce(l.support_on, '-infinity')))::int
        AS "newerAgainst"
    FROM last l JOIN evidence e ON e.tenant_id = ${workspace.id}::uuid AND ${column} = l.id
    GROUP BY l.id, l.support_on`;
  return new Map(rows.map(({ id, ...count }) => [id, count]));
}
