import "server-only";
import { type Sql, sql } from "#lib/db/sql.ts";
import type { Purpose } from "../consents.ts";

/** Whether `customer c` has a basis for a purpose, recorded or derived: `derivedBasis` holds the same rule, a test keeps the two equal. */
export function mayContact(tenantId: string, purpose: Purpose): Sql {
  const given = sql`EXISTS (SELECT 1 FROM customer_consent s WHERE s.tenant_id = ${tenantId}::uuid
    AND s.customer_id = c.id AND s.purpose = ${purpose} AND s.state = 'given')`;
  if (purpose !== "service") return given;
  return sql`(${given} OR (
    EXISTS (SELECT 1 FROM customer_order o WHERE o.tenant_id = ${tenantId}::uuid AND o.customer_id = c.id)
    AND NOT EXISTS (SELECT 1 FROM customer_consent s WHERE s.tenant_id = ${tenantId}::uuid
      AND s.customer_id = c.id AND s.purpose = ${purpose} AND s.state = 'withdrawn')))`;
}
