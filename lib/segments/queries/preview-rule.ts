import "server-only";
import { shownNumber } from "#lib/auth/shown-number.ts";
import { mayReadPersonalData, type Session } from "#lib/auth/types.ts";
import { requirePermission, type TenantTx } from "#lib/db/with-tenant.ts";
import { dayInZone } from "#lib/time/index.ts";
import type { PreviewedCustomer } from "../preview.ts";
import { resolveRule } from "../resolve-rule.ts";
import { permissionsOf } from "../rule-needs.ts";
import type { Rule } from "../schema.ts";
import { compileRule } from "./compile-rule.ts";
import { readRuleContext } from "./rule-context.ts";

const SHOWN = 12;

/**
 * A few customers whom a rule finds now, masked as everywhere.
 *
 * @throws DomainError `forbidden` for a rule that asks what the session may not read
 */
export async function previewRule(
  tx: TenantTx,
  session: Session,
  rule: Rule,
): Promise<PreviewedCustomer[]> {
  for (const permission of permissionsOf(rule)) requirePermission(session, permission);
  const { id: tenantId, timeZone } = session.workspace;
  const context = await readRuleContext(tx, session, dayInZone(timeZone, Date.now()));
  const found = compileRule(resolveRule(rule, context), tenantId);
  const rows = await tx.$queryRaw<PreviewedCustomer[]>`
    SELECT c.id, c.external_id AS number, c.name FROM (${found} LIMIT ${SHOWN}) r
    JOIN customer c ON c.tenant_id = ${tenantId}::uuid AND c.id = r.id ORDER BY c.external_id`;
  const isMasked = !mayReadPersonalData(session);
  return rows.map((row) => ({
    id: row.id,
    number: shownNumber(session, row),
    name: isMasked ? null : row.name,
  }));
}
