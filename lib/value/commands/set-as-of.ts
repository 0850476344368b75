import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { SetAsOf } from "../schema.ts";

/**
 * Choose the day RFM counts back from; null goes back to the day of the last order. The caller asks for a new computation.
 *
 * @throws DomainError `invalid_input` when no order was placed up to that day
 */
export async function setAsOf(tx: TenantTx, session: Session, { asOfOn }: SetAsOf): Promise<void> {
  if (asOfOn !== null) await refuseBeforeFirstOrder(tx, asOfOn);
  await tx.tenant.update({
    where: { id: session.workspace.id },
    data: { valueAsOfOn: asOfOn === null ? null : new Date(asOfOn) },
    select: { id: true },
  });
}

async function refuseBeforeFirstOrder(tx: TenantTx, asOfOn: string): Promise<void> {
  const order = await tx.customerOrder.findFirst({
    where: { orderedOn: { lte: new Date(asOfOn) } },
    select: { id: true },
  });
  if (order) return;
  const message = "There is no order up to this day. Choose a later one.";
  throw new DomainError("invalid_input", message, { fields: { asOfOn: [message] } });
}
