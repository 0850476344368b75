import "server-only";
import { changedFields, recordEvent } from "#lib/audit/index.ts";
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
  const id = session.workspace.id;
  const former = await tx.tenant.findUniqueOrThrow({
    where: { id },
    select: { valueAsOfOn: true },
  });
  const formerOn = former.valueAsOfOn?.toISOString().slice(0, 10) ?? null;
  const changed = changedFields({ valueAsOfOn: formerOn }, { valueAsOfOn: asOfOn });
  if (!changed) return;
  await tx.tenant.update({
    where: { id },
    data: { valueAsOfOn: asOfOn === null ? null : new Date(asOfOn) },
    select: { id: true },
  });
  await recordEvent(tx, session, {
    action: "value.as_of_changed",
    object: { type: "tenant", id },
    ...changed,
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
