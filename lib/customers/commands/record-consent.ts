import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { RecordConsent } from "../schema.ts";
import { lockCustomers } from "./lock-customers.ts";

/**
 * Say what a customer agreed to, or which law lets their data be used, for one purpose.
 *
 * @throws DomainError `not_found`
 */
export async function recordConsent(
  tx: TenantTx,
  session: Session,
  { customerId, purpose, state, lawfulBasis }: RecordConsent,
): Promise<void> {
  await lockCustomers(tx, session, [customerId]);
  const former = await tx.customerConsent.findFirst({ where: { customerId, purpose } });
  if (former?.state === state && former.lawfulBasis === lawfulBasis) return;
  const { actor } = session;
  const changed = {
    state,
    lawfulBasis,
    source: "customer_page",
    recordedAt: await touchCustomer(tx, session, customerId),
    recordedBy: actor.kind === "member" ? actor.membershipId : null,
    importId: null,
  };
  if (former)
    await tx.customerConsent.updateMany({ where: { customerId, purpose }, data: changed });
  else
    await tx.customerConsent.create({
      data: { customerId, purpose, ...changed },
      select: { purpose: true },
    });
  await recordEvent(tx, session, {
    action: "customer.consent_changed",
    object: { type: "customer", id: customerId },
    before: {
      purpose,
      state: former?.state ?? null,
      lawfulBasis: former?.lawfulBasis ?? null,
    },
    after: { purpose, state, lawfulBasis },
  });
}

/** Undo of an import leaves a customer alone whom somebody has changed since. Gives the time, by the database's clock. */
async function touchCustomer(tx: TenantTx, { workspace }: Session, id: string): Promise<Date> {
  const [{ now }] = await tx.$queryRaw<[{ now: Date }]>`
    UPDATE customer SET updated_at = now() WHERE tenant_id = ${workspace.id}::uuid AND id = ${id}::uuid
    RETURNING updated_at AS now`;
  return now;
}
