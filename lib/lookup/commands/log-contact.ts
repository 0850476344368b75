import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { LogContact } from "../schema.ts";
import { rowByHand } from "./row-by-hand.ts";

/** Write down a contact with a customer, now; sent twice, it is written once. @throws DomainError `not_found` */
export async function logContact(
  tx: TenantTx,
  session: Session,
  asked: LogContact,
): Promise<{ customerId: string; key: string }> {
  const { row, now, today } = await rowByHand(tx, session, asked);
  const { count } = await tx.interaction.createMany({
    data: [{ ...row, kind: asked.kind, occurredOn: today, occurredAt: now }],
    skipDuplicates: true,
  });
  if (count > 0)
    await recordEvent(tx, session, {
      action: "customer.contact_logged",
      object: { type: "customer", id: asked.customerId },
      after: { kind: asked.kind },
    });
  return { customerId: asked.customerId, key: asked.key };
}
