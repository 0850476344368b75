import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { ChooseAttributeType } from "../schema.ts";

/**
 * Say what kind of value an attribute holds, whatever its values look like; null goes back to that. The name of an
 * attribute can be anything, so the audit log does not tell it.
 *
 * @throws DomainError `not_found`
 */
export async function chooseAttributeType(
  tx: TenantTx,
  session: Session,
  { name, type }: ChooseAttributeType,
): Promise<void> {
  const attribute = await tx.customerAttribute.findFirst({ where: { name } });
  if (!attribute) throw new DomainError("not_found", "No customer has this attribute any more.");
  if (attribute.chosenType === type) return;
  await tx.customerAttribute.updateMany({ where: { name }, data: { chosenType: type } });
  await recordEvent(tx, session, {
    action: "customer.attribute_typed",
    object: { type: "customer_list", id: null },
    before: { type: attribute.chosenType ?? attribute.type },
    after: { type: type ?? attribute.type },
  });
}
