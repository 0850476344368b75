import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { RankTarget } from "../targeting/schema.ts";
import type { Undoable } from "../targeting/types.ts";
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
  if (rank !== null) await requireFree(tx, session, { rank, segmentId: seen.segmentId });
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

/** Ranks are given one at a time in a workspace, so that no two segments get the same. */
async function requireFree(
  tx: TenantTx,
  { workspace }: Session,
  { rank, segmentId }: { rank: number; segmentId: string },
): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`ranks ${workspace.id}`}, 0))::text`;
  const holder = await tx.segmentTarget.findFirst({
    where: { rank, segmentId: { not: segmentId }, segment: { archivedAt: null } },
    select: { segment: { select: { name: true } } },
  });
  if (!holder) return;
  const message = `${holder.segment.name} has rank ${rank}. Give it another one first.`;
  throw new DomainError("conflict", message, { fields: { rank: [message] } });
}
