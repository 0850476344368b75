import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { RestoreTarget } from "../targeting/schema.ts";
import { requireFreeRank } from "./require-free-rank.ts";
import { lockTarget, writeTarget } from "./write-target.ts";

const SAID = {
  ...{ fit: true, capacity: true, competency: true },
  ...{ rank: true, rankWhy: true, notWhy: true },
} as const;

/**
 * Say of a segment as a target again what was said at a former version: its judgement, its rank and its notes. That makes a new version.
 *
 * @throws DomainError `not_found`, `stale`, `conflict` when another segment has the rank by now
 */
export async function restoreTarget(
  tx: TenantTx,
  session: Session,
  { former, ...seen }: RestoreTarget,
): Promise<{ version: number }> {
  const { segmentId } = seen;
  const now = await lockTarget(tx, session, seen);
  const to = await tx.segmentTargetVersion.findFirst({
    where: { segmentId, version: former },
    select: SAID,
  });
  if (!to) throw new DomainError("not_found", "What was said then was not kept.");
  if (to.rank !== null) await requireFreeRank(tx, session, { rank: to.rank, segmentId });
  const version = await writeTarget(tx, session, {
    ...{ segmentId, former: now },
    change: {
      to,
      action: "segment.target_restored",
      facts: ({ fit, capacity, competency, rank, notWhy }) => ({
        ...{ fit, capacity, competency, rank, hasNote: notWhy !== null },
      }),
    },
  });
  return { version };
}
