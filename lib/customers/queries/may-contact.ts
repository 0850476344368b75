import "server-only";
import { type Sql, sql } from "#lib/db/sql.ts";
import type { Purpose } from "../consents.ts";

/** Whether `customer c` has a basis for a purpose, recorded or derived: `derivedBasis` holds the same rule, a test keeps the two equal. */
export function mayContact(tenantId: string, purpose: Purpose): Sql {
  const recorded = (state: "given" | "withdrawn") => sql`
    EXISTS (SELECT 1 FROM customer_consent s WHERE s.tenant_id = ${tenantId}::uuid
      AND s.customer_id = c.id AND s.purpose = ${purpose} AND s.state = ${state})`;
  if (purpose !== "service") return recorded("given");
  // Orders first: most have one. Within OR each is looked up by its index, so a first page reads no table from end to end.
  return sql`((
    EXISTS (SELECT 1 FROM customer_order o WHERE o.tenant_id = ${tenantId}::uuid AND o.customer_id = c.id)
    AND NOT ${recorded("withdrawn")}) OR ${recorded("given")})`;
}
