import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { JudgeTarget } from "../targeting/schema.ts";
import type { Undoable } from "../targeting/types.ts";
import { lockTarget, writeTarget } from "./write-target.ts";

/**
 * Say how well a segment fits, whether more of it can be served and how well, 1 to 5 each or nothing.
 *
 * @throws DomainError `not_found`, `stale`
 */
export async function judgeTarget(
  tx: TenantTx,
  session: Session,
  { fit, capacity, competency, ...seen }: JudgeTarget,
): Promise<Undoable> {
  const former = await lockTarget(tx, session, seen);
  const version = await writeTarget(tx, session, {
    ...{ segmentId: seen.segmentId, former },
    change: {
      to: { fit, capacity, competency },
      action: "segment.judged",
      facts: (notes) => ({
        ...{ fit: notes.fit, capacity: notes.capacity, competency: notes.competency },
      }),
    },
  });
  const text = (points: number | null) => (points === null ? "" : String(points));
  return {
    version,
    former: {
      ...{ fit: text(former.fit), capacity: text(former.capacity) },
      competency: text(former.competency),
    },
  };
}
