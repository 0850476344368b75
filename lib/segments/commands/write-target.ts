import "server-only";
import { changedFields, recordEvent } from "#lib/audit/index.ts";
import type { AuditAction, AuditFields } from "#lib/audit/types.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { TargetNotes } from "../targeting/types.ts";
import { keepTarget } from "./keep-targeting.ts";

export type SeenTarget = { readonly segmentId: string; readonly version: number };

/** What of a target a command changes, and what the log tells of it: never the words that somebody wrote. */
export type TargetChange = {
  readonly to: Partial<Omit<TargetNotes, "version">>;
  readonly action: AuditAction;
  readonly facts: (notes: Omit<TargetNotes, "version">) => AuditFields;
};

const NOBODY_SAID: TargetNotes = {
  ...{ fit: null, capacity: null, competency: null },
  ...{ rank: null, rankWhy: null, notWhy: null, version: 0 },
};

/**
 * Hold what was said of a segment as a target still until the transaction ends.
 *
 * @throws DomainError `not_found`, `stale` when somebody has said something else since it was seen
 */
export async function lockTarget(
  tx: TenantTx,
  { workspace }: Session,
  { segmentId, version }: SeenTarget,
): Promise<TargetNotes> {
  const [segment] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM customer_segment
    WHERE tenant_id = ${workspace.id}::uuid AND id = ${segmentId}::uuid AND archived_at IS NULL FOR UPDATE`;
  if (!segment) throw new DomainError("not_found", "This segment does not exist, or is archived.");
  const stored = await tx.segmentTarget.findFirst({ where: { segmentId } });
  const notes = stored ?? NOBODY_SAID;
  if (notes.version !== version)
    throw new DomainError(
      "stale",
      "Somebody else has changed this target since you opened this page. What you typed is still here: compare, and save again.",
    );
  return notes;
}

/** Write what has changed of a target that is held, and say so in the log; returns the version there is now. */
export async function writeTarget(
  tx: TenantTx,
  session: Session,
  { segmentId, former, change }: { segmentId: string; former: TargetNotes; change: TargetChange },
): Promise<number> {
  const { version, ...before } = former;
  const changed = changedFields(change.facts(before), change.facts({ ...before, ...change.to }));
  const isSame = Object.entries(change.to).every(
    ([name, value]) => Object.entries(before).find(([each]) => each === name)?.[1] === value,
  );
  if (isSame) return version;
  const updatedBy = session.actor.kind === "member" ? session.actor.membershipId : null;
  const row = { ...change.to, version: version + 1, updatedBy, updatedAt: new Date() };
  await tx.segmentTarget.upsert({
    where: { tenantId_segmentId: { tenantId: session.workspace.id, segmentId } },
    create: { segmentId, ...row },
    update: row,
  });
  await keepTarget(tx, session, segmentId);
  await recordEvent(tx, session, {
    action: change.action,
    object: { type: "segment", id: segmentId },
    ...changed,
  });
  return version + 1;
}
