import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { ShowPhone } from "../schema.ts";
import { requireCustomer } from "./require-customer.ts";

/**
 * Hand out a customer's phone number, and say in the log to whom and why.
 *
 * @throws DomainError `not_found`, also where no number is stored
 */
export async function showPhone(
  tx: TenantTx,
  session: Session,
  { customerId, reason }: ShowPhone,
): Promise<{ phone: string }> {
  const { phone } = await requireCustomer(tx, customerId);
  if (phone === null) throw new DomainError("not_found", "No phone number is stored.");
  await recordEvent(tx, session, {
    action: "customer.phone_shown",
    object: { type: "customer", id: customerId },
    after: { reason },
  });
  return { phone };
}
