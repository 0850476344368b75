import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { arrayLiteral } from "#lib/db/array-literal.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";

type Asked = { numbers: readonly string[]; customers: readonly string[] };

/** Which of these numbers are orders, and which of these customers have any. */
export async function findStoredOrders(
  tx: TenantTx,
  { workspace }: Session,
  { numbers, customers }: Asked,
): Promise<{ numbers: ReadonlySet<string>; customers: ReadonlySet<string> }> {
  const [found] = await tx.$queryRaw<[{ numbers: string[]; customers: string[] }]>`
    SELECT ARRAY(SELECT o.external_id FROM customer_order o
        WHERE o.tenant_id = ${workspace.id}::uuid AND o.external_id = ANY(${arrayLiteral(numbers)}::text[])) AS numbers,
      ARRAY(SELECT c.external_id FROM customer c
        WHERE c.tenant_id = ${workspace.id}::uuid AND c.external_id = ANY(${arrayLiteral(customers)}::text[])
          AND EXISTS (SELECT 1 FROM customer_order o WHERE o.tenant_id = ${workspace.id}::uuid AND o.customer_id = c.id)) AS customers`;
  return { numbers: new Set(found.numbers), customers: new Set(found.customers) };
}
