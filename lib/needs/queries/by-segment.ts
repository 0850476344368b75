import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { SegmentOpportunity } from "../types.ts";
import { countAnswers } from "./count-answers.ts";
import { measureAnswers } from "./list-needs.ts";

const MOST_COMPARED = 12;

/**
 * The opportunity of a need in each segment whose members answered: those of the primary segmentation first, 12 at most.
 */
export async function listBySegment(
  tx: TenantTx,
  session: Session,
  needId: string,
): Promise<SegmentOpportunity[]> {
  const segments = await tx.customerSegment.findMany({
    where: { archivedAt: null },
    select: { id: true, name: true },
    orderBy: [{ primaryRank: { sort: "asc", nulls: "last" } }, { name: "asc" }],
    take: MOST_COMPARED,
  });
  if (segments.length === 0) return [];
  const answers = await countAnswers(
    tx,
    session,
    sql`SELECT g.id AS unit, ${needId}::uuid AS need_id, g.id AS segment_id
      FROM unnest(${segments.map(({ id }) => id)}::uuid[]) AS g(id)`,
  );
  return segments.flatMap((segment) => {
    const found = answers.get(segment.id);
    return found ? [{ segment, ...measureAnswers(found) }] : [];
  });
}
