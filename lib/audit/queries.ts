import "server-only";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { AuditAction } from "./actions.ts";
import type { AuditObjectType, LastChange } from "./types.ts";

type Change = {
  object: { type: AuditObjectType; id: string };
  /** Only changes of these kinds; all when left out */
  actions?: readonly AuditAction[];
};

/** Who changed an object last, by name, and when; null where the log holds nothing. */
export async function findLastChange(
  tx: TenantTx,
  { object, actions }: Change,
): Promise<LastChange | null> {
  const event = await tx.auditEvent.findFirst({
    where: {
      objectType: object.type,
      objectId: object.id,
      ...(actions ? { action: { in: [...actions] } } : {}),
    },
    select: { at: true, actorKind: true, actorId: true },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });
  if (!event) return null;
  const isMember = event.actorKind === "member" && event.actorId !== null;
  const changedBy = isMember && event.actorId ? await findMemberName(tx, event.actorId) : null;
  return { changedBy, changedAt: event.at.toISOString() };
}

async function findMemberName(tx: TenantTx, membershipId: string): Promise<string | null> {
  const member = await tx.membership.findFirst({
    where: { id: membershipId },
    select: { accountId: true },
  });
  if (!member) return null;
  const account = await tx.account.findFirst({
    where: { id: member.accountId },
    select: { name: true },
  });
  return account?.name ?? null;
}
