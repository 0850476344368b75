import "server-only";
import { shownNumber } from "#lib/auth/shown-number.ts";
import { mayReadPersonalData, type Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { NamedCustomer } from "../types.ts";

const MOST_CASES = 50;

/** Customers with an open case whom a run does not put at risk, or all of them without a run: nobody's work goes out of sight. The first 50. */
export async function listCasesElsewhere(
  tx: TenantTx,
  session: Session,
  runId: string | null,
): Promise<NamedCustomer[]> {
  const tenantId = session.workspace.id;
  const rows = await tx.$queryRaw<NamedCustomer[]>`
    SELECT c.id AS "customerId", c.external_id AS "externalId", c.name
    FROM defection_case k JOIN customer c ON c.tenant_id = k.tenant_id AND c.id = k.customer_id
    WHERE k.tenant_id = ${tenantId}::uuid AND k.closed_at IS NULL AND NOT EXISTS (SELECT 1 FROM clv_score s
      WHERE s.tenant_id = ${tenantId}::uuid AND s.run_id = ${runId}::uuid AND s.customer_id = k.customer_id AND s.at_risk_minor > 0)
    ORDER BY k.opened_at, k.id LIMIT ${MOST_CASES}::int`;
  if (mayReadPersonalData(session)) return rows;
  return rows.map(({ customerId, externalId }) => ({
    customerId,
    externalId: shownNumber(session, { id: customerId, number: externalId }),
    name: null,
  }));
}
