import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { RankTarget } from "../targeting/schema.ts";
import type { Undoable } from "../targeting/types.ts";
import { requireFreeRank } from "./require-free-rank.ts";
import { lockTarget, writeTarget } from "./write-target.ts";

/**
 * Give a segment its rank by hand, with why; without a rank it has none.
 *
 * @throws DomainError `not_found`, `stale`, `conflict` when another segment has the rank
 */
export async function rankTarget(
  tx: TenantTx,
  session: Session,
  { rank, rankWhy, ...seen }: RankTarget,
): Promise<Undoable> {
  const former = await lockTarget(tx, session, seen);
  if (rank !== null) await requireFreeRank(tx, session, { rank, segmentId: seen.segmentId });
  const version = await writeTarget(tx, session, {
    ...{ segmentId: seen.segmentId, former },
    change: {
      to: { rank, rankWhy: rank === null ? null : rankWhy },
      action: "segment.ranked",
      facts: (notes) => ({ rank: notes.rank }),
    },
  });
  return {
    version,
    former: {
      rank: former.rank === null ? "" : String(former.rank),
      rankWhy: former.rankWhy ?? "",
    },
  };
}
