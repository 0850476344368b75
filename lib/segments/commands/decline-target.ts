import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { DeclineTarget } from "../targeting/schema.ts";
import type { Undoable } from "../targeting/types.ts";
import { lockTarget, writeTarget } from "./write-target.ts";

/**
 * Note why a segment is not served first; nothing takes the note away.
 *
 * @throws DomainError `not_found`, `stale`
 */
export async function declineTarget(
  tx: TenantTx,
  session: Session,
  { notWhy, ...seen }: DeclineTarget,
): Promise<Undoable> {
  const former = await lockTarget(tx, session, seen);
  const version = await writeTarget(tx, session, {
    ...{ segmentId: seen.segmentId, former },
    change: {
      to: { notWhy },
      action: "segment.declined",
      facts: (notes) => ({ hasNote: notes.notWhy !== null }),
    },
  });
  return { version, former: { notWhy: former.notWhy ?? "" } };
}
