import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { BY_HAND, TAKE_BACK_MS } from "../by-hand.ts";
import type { TakeBackContact } from "../schema.ts";

/**
 * Take back a contact or a thank-you that was written down by hand within the last hour.
 *
 * @throws DomainError `not_found` where it is not there any more, `conflict` where it is older
 */
export async function takeBackContact(
  tx: TenantTx,
  session: Session,
  { customerId, key }: TakeBackContact,
  now = new Date(),
): Promise<{ customerId: string }> {
  const written = await tx.interaction.findFirst({
    where: { customerId, externalId: key, changedImportId: null, source: { name: BY_HAND.name } },
    select: { id: true, occurredAt: true },
  });
  if (!written) throw new DomainError("not_found", "This contact is not there any more.");
  if (now.getTime() - (written.occurredAt?.getTime() ?? 0) > TAKE_BACK_MS)
    throw new DomainError("conflict", "Only a contact of the last hour can be taken back.");
  await tx.interaction.deleteMany({ where: { id: written.id } });
  await recordEvent(tx, session, {
    action: "customer.contact_taken_back",
    object: { type: "customer", id: customerId },
  });
  return { customerId };
}
