import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { ChangeNeed, NeedChange } from "../schema.ts";
import { NEED_KINDS } from "../types.ts";
import { archiveNeed } from "./archive-need.ts";
import { changeNeed } from "./change-need.ts";
import { type LockedNeed, lockNeed } from "./lock-need.ts";
import { restoreNeed } from "./restore-need.ts";

/**
 * Change what is given of a need and leave the rest: brought back first, put away last. What is so already is no change.
 *
 * @throws DomainError `not_found`; `conflict` for an archived one that is not brought back; `invalid_input` for a segment that is
 *   not there or archived
 */
export async function changeNeedFields(
  tx: TenantTx,
  session: Session,
  { needId, isArchived, ...fields }: NeedChange & { needId: string },
): Promise<void> {
  const now = () => lockNeed(tx, session, needId);
  const before = await now();
  if (before.isArchived && isArchived === false) await restoreNeed(tx, session, seenOf(before));
  if (Object.keys(fields).length > 0)
    await changeNeed(tx, session, withFields(await now(), fields));
  if (isArchived && !before.isArchived) await archiveNeed(tx, session, seenOf(await now()));
}

function withFields(need: LockedNeed, fields: Omit<NeedChange, "isArchived">): ChangeNeed {
  const { statement = need.statement, kind = kindOf(need) } = fields;
  const { segmentId = need.segmentId, note = need.note } = fields;
  return { ...seenOf(need), statement, kind, segmentId, note };
}

function seenOf({ id, version }: LockedNeed) {
  return { needId: id, version };
}

/** text + CHECK in the database: it is one of them. */
function kindOf({ kind }: LockedNeed): (typeof NEED_KINDS)[number] {
  return NEED_KINDS.find((each) => each === kind) ?? NEED_KINDS[0];
}
