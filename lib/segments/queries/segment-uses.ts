import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { evidenceNames } from "#lib/bulk/index.ts";
import { sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { deletedOfSegment } from "#lib/deleted/index.ts";
import type { DeletedKind } from "#lib/deleted/types.ts";
import { SEGMENT_USES, type SegmentUse, type SegmentUseKind } from "../segment-types.ts";
import { listNamedUses } from "./named-uses.ts";

/**
 * What points at a segment, each kind with its number and by name what the session may read; kinds that do not are left out. Evidence is
 * what shows a number of its pages: only there the number is seen as it was. What was deleted and can be brought back would point at it
 * again.
 */
export async function listSegmentUses(
  tx: TenantTx,
  session: Session,
  segmentId: string,
): Promise<SegmentUse[]> {
  const counts = await countUses(tx, session, segmentId);
  const used = SEGMENT_USES.flatMap((kind) => {
    const count = counts?.[kind] ?? 0;
    return count === 0 ? [] : [{ kind, count }];
  });
  if (used.length === 0) return [];
  const named = await listNamedUses(tx, session, segmentId);
  return used.map(({ kind, count }) => ({
    ...{ kind, count },
    named: named.flatMap(({ kind: ofKind, ...use }) => (ofKind === kind ? [use] : [])),
  }));
}

async function countUses(tx: TenantTx, { workspace }: Session, segmentId: string) {
  const tenantId = workspace.id;
  const id = sql`s.id`;
  const deleted = (kind: DeletedKind) =>
    sql`(SELECT count(*) ${deletedOfSegment(tenantId, sql`${id}::text`)} AND d.kind = ${kind})::int`;
  const [counts] = await tx.$queryRaw<Record<SegmentUseKind, number>[]>`
    SELECT
      (SELECT count(*) FROM customer_need x WHERE x.tenant_id = ${tenantId}::uuid AND x.segment_id = s.id)::int AS needs,
      (SELECT count(*) FROM persona x WHERE x.tenant_id = ${tenantId}::uuid AND x.segment_id = s.id)::int AS personae,
      (SELECT count(*) FROM interview x WHERE x.tenant_id = ${tenantId}::uuid AND x.segment_id = s.id)::int AS interviews,
      (SELECT count(*) FROM signal x WHERE x.tenant_id = ${tenantId}::uuid AND x.segment_id = s.id)::int AS signals,
      (SELECT count(*) FROM complaint x WHERE x.tenant_id = ${tenantId}::uuid AND x.segment_id = s.id)::int AS complaints,
      (SELECT count(*) FROM win_loss x WHERE x.tenant_id = ${tenantId}::uuid AND x.segment_id = s.id)::int AS "winLoss",
      (SELECT count(*) FROM evidence e WHERE e.tenant_id = ${tenantId}::uuid AND ${evidenceNames(id)})::int AS evidence,
      ${deleted("need")} AS "deletedNeeds", ${deleted("persona")} AS "deletedPersonae",
      ${deleted("claim")} AS "deletedClaims", ${deleted("interview")} AS "deletedInterviews",
      (s.primary_rank IS NOT NULL)::int AS "primary",
      (SELECT count(*) FROM segment_target x WHERE x.tenant_id = ${tenantId}::uuid AND x.segment_id = s.id)::int AS target
    FROM customer_segment s WHERE s.tenant_id = ${tenantId}::uuid AND s.id = ${segmentId}::uuid`;
  return counts;
}
