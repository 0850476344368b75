import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { LogComplaint } from "../schema.ts";
import { rowByHand } from "./row-by-hand.ts";

/** Write down a complaint of a customer, open from now on; sent twice, it is written once. @throws DomainError `not_found` */
export async function logComplaint(
  tx: TenantTx,
  session: Session,
  asked: LogComplaint,
): Promise<{ customerId: string; key: string }> {
  const { row, now, today } = await rowByHand(tx, session, asked);
  const { count } = await tx.complaint.createMany({
    data: [{ ...row, status: "Open", receivedOn: today, receivedAt: now }],
    skipDuplicates: true,
  });
  if (count > 0)
    await recordEvent(tx, session, {
      action: "customer.complaint_logged",
      object: { type: "customer", id: asked.customerId },
    });
  return { customerId: asked.customerId, key: asked.key };
}
