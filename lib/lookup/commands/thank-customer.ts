import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { THANKED } from "../by-hand.ts";
import type { ThankCustomer } from "../schema.ts";
import { rowByHand } from "./row-by-hand.ts";

/** Write down that a customer was thanked, now; sent twice, it is written once. @throws DomainError `not_found` */
export async function thankCustomer(
  tx: TenantTx,
  session: Session,
  asked: ThankCustomer,
): Promise<{ customerId: string; key: string }> {
  const { row, now, today } = await rowByHand(tx, session, { ...asked, subject: null });
  const { count } = await tx.interaction.createMany({
    data: [{ ...row, kind: "other", outcome: THANKED, occurredOn: today, occurredAt: now }],
    skipDuplicates: true,
  });
  if (count > 0)
    await recordEvent(tx, session, {
      action: "customer.thanked",
      object: { type: "customer", id: asked.customerId },
    });
  return { customerId: asked.customerId, key: asked.key };
}
