import "server-only";
import { sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { compileRule } from "../queries/compile-rule.ts";
import type { ResolvedRule } from "../resolved-rule.ts";

/** A rule whose members are to be told as of a day, YYYY-MM-DD. `ruleVersion`: of the rule that is asked. */
export type RuleSegment = {
  readonly tenantId: string;
  readonly segmentId: string;
  readonly resolved: ResolvedRule;
  readonly ruleVersion: number;
  readonly onDay: string;
};

export type MembersChanged = { readonly entered: number; readonly left: number };

/**
 * Let in who meets a rule now, and out who no longer does, each dated with the day; whoever stays is not written. Whoever comes and
 * goes within a day leaves no trace, and whoever goes and comes back on the same day has never left.
 */
export async function writeMembers(
  tx: TenantTx,
  { tenantId, segmentId, resolved, ruleVersion, onDay }: RuleSegment,
): Promise<MembersChanged> {
  const own = sql`m.tenant_id = ${tenantId}::uuid AND m.segment_id = ${segmentId}::uuid`;
  const [changed] = await tx.$queryRaw<MembersChanged[]>`
    WITH diff AS MATERIALIZED (
      SELECT coalesce(met.id, m.customer_id) AS customer_id, met.id IS NOT NULL AS is_met, m.valid_from
      FROM (${compileRule(resolved, tenantId)}) met
      FULL JOIN (SELECT m.customer_id, m.valid_from FROM segment_member m WHERE ${own} AND m.valid_to IS NULL) m
        ON m.customer_id = met.id
      WHERE met.id IS NULL OR m.customer_id IS NULL
    ), closed AS (
      UPDATE segment_member m SET valid_to = ${onDay}::date FROM diff d
      WHERE ${own} AND m.customer_id = d.customer_id AND m.valid_from = d.valid_from
        AND NOT d.is_met AND d.valid_from < ${onDay}::date RETURNING 1
    ), undone AS (
      DELETE FROM segment_member m USING diff d
      WHERE ${own} AND m.customer_id = d.customer_id AND m.valid_from = d.valid_from
        AND NOT d.is_met AND d.valid_from >= ${onDay}::date RETURNING 1
    ), reopened AS (
      UPDATE segment_member m SET valid_to = NULL FROM diff d
      WHERE ${own} AND m.customer_id = d.customer_id AND d.is_met AND m.valid_to = ${onDay}::date RETURNING m.customer_id
    ), entered AS (
      INSERT INTO segment_member (tenant_id, segment_id, customer_id, valid_from)
      SELECT ${tenantId}::uuid, ${segmentId}::uuid, d.customer_id, ${onDay}::date FROM diff d
      WHERE d.is_met AND NOT EXISTS (
        SELECT 1 FROM segment_member m WHERE ${own} AND m.customer_id = d.customer_id AND m.valid_to = ${onDay}::date)
      ORDER BY d.customer_id RETURNING 1
    )
    SELECT ((SELECT count(*) FROM entered) + (SELECT count(*) FROM reopened))::int AS entered,
      ((SELECT count(*) FROM closed) + (SELECT count(*) FROM undone))::int AS left`;
  await tx.customerSegment.updateMany({
    where: { id: segmentId, memberVersion: { not: ruleVersion } },
    data: { memberVersion: ruleVersion },
  });
  return changed ?? { entered: 0, left: 0 };
}
