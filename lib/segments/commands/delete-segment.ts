import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { listSegmentUses } from "../queries/segment-uses.ts";
import type { SegmentUse, SegmentUseKind } from "../segment-types.ts";
import { lockSegment, requireSeen } from "./lock-segment.ts";

type Seen = { segmentId: string; version?: number | undefined };

/**
 * Delete a segment for good, with its members, its figures and what was judged of it as a target.
 *
 * @throws DomainError `not_found`, `stale`, `conflict` with what still points at it
 */
export async function deleteSegment(
  tx: TenantTx,
  session: Session,
  { segmentId, version }: Seen,
): Promise<void> {
  const segment = await lockSegment(tx, session, segmentId);
  await requireSeen(tx, segment, version);
  requireUnused(segment.name, await listSegmentUses(tx, session, segmentId));
  await tx.customerSegment.deleteMany({ where: { id: segmentId } });
  await recordEvent(tx, session, {
    action: "segment.deleted",
    object: { type: "segment", id: segmentId },
    before: { kind: segment.kind },
  });
}

const WORDS: Readonly<
  Record<Exclude<SegmentUseKind, "target">, readonly [one: string, many: string]>
> = {
  needs: ["need", "needs"],
  personae: ["persona", "personae"],
  interviews: ["interview", "interviews"],
  signals: ["piece of feedback", "pieces of feedback"],
  complaints: ["complaint", "complaints"],
  winLoss: ["win or loss", "wins and losses"],
  evidence: ["number that is evidence", "numbers that are evidence"],
  deletedNeeds: ["deleted need that can be brought back", "deleted needs that can be brought back"],
  deletedInterviews: [
    "deleted interview that can be brought back",
    "deleted interviews that can be brought back",
  ],
  primary: ["place in the primary segmentation", "places in the primary segmentation"],
};

function requireUnused(name: string, uses: readonly SegmentUse[]): void {
  const kept = uses.flatMap(({ kind, count }) => {
    if (kind === "target") return [];
    const [one, many] = WORDS[kind];
    return [`${count} ${count === 1 ? one : many}`];
  });
  if (kept.length === 0) return;
  throw new DomainError(
    "conflict",
    `${name} is used by ${kept.join(", ")}. Give them another segment first, or archive this one: it then keeps them.`,
  );
}
