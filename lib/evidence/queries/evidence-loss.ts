import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { EvidenceLoss } from "../types.ts";

/** What would go with an interview. */
export function interviewLoss(
  tx: TenantTx,
  session: Session,
  interviewId: string,
): Promise<EvidenceLoss> {
  return lossOf(tx, session, sql`e.interview_id = ${interviewId}::uuid`);
}

/** What would go with the rows that an import made, were it taken back. */
export async function importLoss(
  tx: TenantTx,
  session: Session,
  importId: string,
): Promise<EvidenceLoss> {
  const tenantId = session.workspace.id;
  // Few things are evidence: only for those is it asked whether the import made them, since its ledger may be long.
  const written = { changedImportId: importId };
  const pieces = await tx.evidence.findMany({
    where: { OR: [{ signal: written }, { interaction: written }, { complaint: written }] },
    select: { signalId: true, interactionId: true, complaintId: true },
  });
  const ids = pieces.flatMap(
    (each) => each.signalId ?? each.interactionId ?? each.complaintId ?? [],
  );
  if (ids.length === 0) return NO_LOSS;
  const made = sql`SELECT l.row_id FROM import_row l
    WHERE l.tenant_id = ${tenantId}::uuid AND l.import_id = ${importId}::uuid AND l.before IS NULL
      AND l.row_id = ANY(${ids}::uuid[])`;
  return lossOf(
    tx,
    session,
    sql`coalesce(e.signal_id, e.interaction_id, e.complaint_id) IN (${made})`,
  );
}

const NO_LOSS: EvidenceLoss = { pieces: 0, subjects: 0, unbacked: 0, names: [] };
const MOST_NAMES = 20;

/** `going` picks the pieces that go, of `e`. */
async function lossOf(tx: TenantTx, { workspace }: Session, going: Sql): Promise<EvidenceLoss> {
  const subject = sql`coalesce(e.need_id, e.persona_id, e.claim_id)`;
  const [row] = await tx.$queryRaw<EvidenceLoss[]>`
    WITH gone AS (
      SELECT e.id, ${subject} AS subject FROM evidence e WHERE e.tenant_id = ${workspace.id}::uuid AND ${going}
    ), touched AS (
      SELECT ${subject} AS subject, min(coalesce(n.statement, p.name, c.statement)) AS name,
        count(*) FILTER (WHERE e.stance = 'supports' AND e.id NOT IN (SELECT id FROM gone)) AS left_over,
        count(*) FILTER (WHERE e.stance = 'supports' AND e.id IN (SELECT id FROM gone)) AS lost
      FROM evidence e LEFT JOIN customer_need n ON n.tenant_id = e.tenant_id AND n.id = e.need_id
        LEFT JOIN persona p ON p.tenant_id = e.tenant_id AND p.id = e.persona_id
        LEFT JOIN persona_claim c ON c.tenant_id = e.tenant_id AND c.id = e.claim_id
      WHERE e.tenant_id = ${workspace.id}::uuid AND ${subject} IN (SELECT subject FROM gone) GROUP BY 1
    )
    SELECT (SELECT count(*)::int FROM gone) AS pieces, count(*)::int AS subjects,
      (count(*) FILTER (WHERE lost > 0 AND left_over = 0))::int AS unbacked,
      coalesce((array_agg(name ORDER BY name, subject) FILTER (WHERE lost > 0 AND left_over = 0))[:${MOST_NAMES}::int], '{}') AS names
    FROM touched`;
  return row ?? NO_LOSS;
}
