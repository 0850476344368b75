import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";

const HOUR_MS = 3_600_000;

/** Say in the log that a member has opened a customer's card: once an hour for each member and customer. */
export async function recordCardView(
  tx: TenantTx,
  session: Session,
  customerId: string,
  now = new Date(),
): Promise<void> {
  const { actor } = session;
  const action = "customer.card_opened";
  const told = await tx.auditEvent.findFirst({
    where: {
      ...{ action, objectType: "customer", objectId: customerId },
      actorId: actor.kind === "member" ? actor.membershipId : null,
      at: { gt: new Date(now.getTime() - HOUR_MS) },
    },
    select: { id: true },
  });
  if (told) return;
  await recordEvent(tx, session, { action, object: { type: "customer", id: customerId } });
}
