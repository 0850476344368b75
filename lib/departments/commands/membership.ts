import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";

/** The departments of an active member, by id. @throws DomainError `not_found` */
export async function readMembership(tx: TenantTx, memberId: string): Promise<string[]> {
  const member = await tx.membership.findFirst({
    where: { id: memberId, deactivatedAt: null },
    select: { departments: { select: { departmentId: true } } },
  });
  if (!member) throw new DomainError("not_found", "This member does not exist.");
  return member.departments.map(({ departmentId }) => departmentId);
}

type Change = { memberId: string; before: readonly string[]; after: readonly string[] };

/** Raise the version of a member whose departments changed, and say so in the log. */
export async function recordMembership(
  tx: TenantTx,
  session: Session,
  { memberId, before, after }: Change,
): Promise<void> {
  await tx.membership.updateMany({
    where: { id: memberId },
    data: { version: { increment: 1 } },
  });
  await recordEvent(tx, session, {
    action: "member.departments_changed",
    object: { type: "membership", id: memberId },
    before: { departmentIds: before },
    after: { departmentIds: after },
  });
}
