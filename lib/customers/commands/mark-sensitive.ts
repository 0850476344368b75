import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { MarkSensitive } from "../schema.ts";

/**
 * Say whether an attribute is sensitive: a rule that asks it then needs a purpose and a lawful basis; null leaves it to its name. The
 * name of an attribute can be anything, so the audit log does not tell it.
 *
 * @throws DomainError `not_found`
 */
export async function markSensitive(
  tx: TenantTx,
  session: Session,
  { name, isSensitive }: MarkSensitive,
): Promise<void> {
  const attribute = await tx.customerAttribute.findFirst({ where: { name } });
  if (!attribute) throw new DomainError("not_found", "No customer has this attribute any more.");
  if (attribute.isSensitive === isSensitive) return;
  await tx.customerAttribute.updateMany({ where: { name }, data: { isSensitive } });
  await recordEvent(tx, session, {
    action: "customer.attribute_marked",
    object: { type: "customer_list", id: null },
    before: { isSensitive: attribute.isSensitive },
    after: { isSensitive },
  });
}
