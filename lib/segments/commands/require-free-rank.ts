import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";

/**
 * Ranks are given one at a time in a workspace, so that no two segments get the same.
 *
 * @throws DomainError `conflict` when another segment has the rank
 */
export async function requireFreeRank(
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
