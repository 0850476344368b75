import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { MergeValues } from "../merge-values.ts";

/** What a merge can change of a customer. */
export function valuesOf(customer: MergeValues): MergeValues {
  const { email, name, phone, registered_on, attributes } = customer;
  return { email, name, phone, registered_on, attributes };
}

/** Give a customer these values; who calls records it. */
export async function writeValues(
  tx: TenantTx,
  { workspace }: Session,
  id: string,
  { email, name, phone, registered_on, attributes }: MergeValues,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE customer c SET email = ${email}, name = ${name}, phone = ${phone}, registered_on = ${registered_on}::date,
      attributes = ${JSON.stringify(attributes)}::jsonb, updated_at = now()
    WHERE c.tenant_id = ${workspace.id}::uuid AND c.id = ${id}::uuid`;
}
