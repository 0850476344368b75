import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { BY_HAND, TAKE_BACK_MS } from "../by-hand.ts";
import type { TakeBackContact } from "../schema.ts";

/**
 * Take back a complaint that was written down by hand within the last hour and that nobody has closed.
 *
 * @throws DomainError `not_found` where it is not there any more, `conflict` where it is older or closed
 */
export async function takeBackComplaint(
  tx: TenantTx,
  session: Session,
  { customerId, key }: TakeBackContact,
  now = new Date(),
): Promise<{ customerId: string }> {
  const written = await tx.complaint.findFirst({
    where: { customerId, externalId: key, changedImportId: null, source: { name: BY_HAND.name } },
    select: { id: true, receivedAt: true, closedOn: true },
  });
  if (!written) throw new DomainError("not_found", "This complaint is not there any more.");
  if (written.closedOn !== null)
    throw new DomainError("conflict", "This complaint is closed and stays.");
  if (now.getTime() - (written.receivedAt?.getTime() ?? 0) > TAKE_BACK_MS)
    throw new DomainError("conflict", "Only a complaint of the last hour can be taken back.");
  await tx.complaint.deleteMany({ where: { id: written.id } });
  await recordEvent(tx, session, {
    action: "customer.complaint_taken_back",
    object: { type: "customer", id: customerId },
  });
  return { customerId };
}
