import "server-only";
import { z } from "zod";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { putBack, requireSegmentOf, takeDeleted } from "#lib/deleted/index.ts";
import type { BroughtBack } from "#lib/deleted/types.ts";
import { KEPT_NEED } from "../queries/kept-need.ts";
import type { BringBackNeed } from "../schema.ts";

const Kept = z.object({ statement: z.string(), segment_id: z.uuid().nullable() });

/**
 * Bring a need back that was deleted within the last day, with all that hung on it and whose source is still there.
 *
 * @throws DomainError `not_found` after that day; `conflict` where the segment it was of has been deleted since
 */
export async function bringBackNeed(
  tx: TenantTx,
  session: Session,
  { needId }: BringBackNeed,
): Promise<BroughtBack> {
  const need = Kept.parse(await takeDeleted(tx, session, { kind: "need", id: needId }));
  await requireSegmentOf(
    tx,
    session,
    need.segment_id,
    "The segment that this need was of has been deleted since. Add the need anew and choose another segment.",
  );
  await putBack(tx, session, KEPT_NEED, needId);
  await recordEvent(tx, session, {
    action: "need.brought_back",
    object: { type: "need", id: needId },
  });
  return { id: needId, name: need.statement };
}
