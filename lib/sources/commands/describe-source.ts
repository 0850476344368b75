import "server-only";
import { changedFields, recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { DescribeSource } from "../schema.ts";
import { lockSeenSource, requireOpen, requireOwner } from "./lock-source.ts";

/**
 * Say what kind of source it is, which department owns it and how often it is refreshed.
 *
 * @throws DomainError `not_found`, `stale`, `conflict` for an archived one, `invalid_input` for an owner that is no active department
 */
export async function describeSource(
  tx: TenantTx,
  session: Session,
  { kind, ownerDepartmentId, refreshRhythm, ...seen }: DescribeSource,
): Promise<void> {
  const source = await lockSeenSource(tx, session, seen);
  requireOpen(source);
  const before = {
    kind: source.kind,
    ownerDepartmentId: source.ownerDepartmentId,
    refreshRhythm: source.refreshRhythm,
  };
  const after = { kind, ownerDepartmentId, refreshRhythm };
  const changed = changedFields(before, after);
  if (!changed) return;
  if (ownerDepartmentId !== source.ownerDepartmentId) await requireOwner(tx, ownerDepartmentId);
  await tx.dataSource.updateMany({
    where: { id: source.id },
    data: { ...after, version: { increment: 1 } },
  });
  await recordEvent(tx, session, {
    action: "source.described",
    object: { type: "source", id: source.id },
    ...changed,
  });
}
