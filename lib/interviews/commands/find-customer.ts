import "server-only";
import { mayReadPersonalData, type Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";

/** The id of the customer with a number; null for "". @throws DomainError `invalid_input` where there is none, or it may not be asked */
export async function customerOf(
  tx: TenantTx,
  session: Session,
  number: string,
): Promise<string | null> {
  if (number === "") return null;
  const found = mayReadPersonalData(session)
    ? await tx.customer.findFirst({
        where: { externalId: number.replaceAll("\0", "") },
        select: { id: true },
      })
    : null;
  if (found) return found.id;
  const message = "There is no customer with this number.";
  throw new DomainError("invalid_input", message, { fields: { customerNumber: [message] } });
}

/** @throws DomainError `invalid_input` for a segment that is not there */
export async function requireSegment(tx: TenantTx, segmentId: string | null): Promise<void> {
  if (segmentId === null) return;
  if (await tx.customerSegment.count({ where: { id: segmentId } })) return;
  const message = "This segment does not exist.";
  throw new DomainError("invalid_input", message, { fields: { segmentId: [message] } });
}
