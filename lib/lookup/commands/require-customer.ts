import "server-only";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";

/** The phone number of a customer who is there, as it is spelt; null where none is stored. @throws DomainError `not_found` */
export async function requireCustomer(
  tx: TenantTx,
  customerId: string,
): Promise<{ phone: string | null }> {
  const found = await tx.customer.findFirst({
    where: { id: customerId },
    select: { phone: true },
  });
  if (!found) throw new DomainError("not_found", "This customer does not exist.");
  return found;
}
