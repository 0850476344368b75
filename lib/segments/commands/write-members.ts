import "server-only";
import { type Sql, sql } from "#lib/db/sql.ts";
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
  const changed = await writeDifference(tx, {
    tenantId,
    onDay,
    ofSegment: sql`m.segment_id = ${segmentId}::uuid`,
    difference: sql`
      SELECT ${segmentId}::uuid AS segment_id, coalesce(met.id, m.customer_id) AS customer_id, met.id IS NOT NULL AS is_met
      FROM (${compileRule(resolved, tenantId)}) met
      FULL JOIN (SELECT m.customer_id FROM segment_member m
        WHERE m.tenant_id = ${tenantId}::uuid AND m.segment_id = ${segmentId}::uuid AND m.valid_to IS NULL) m
        ON m.customer_id = met.id
      WHERE met.id IS NULL OR m.customer_id IS NULL`,
  });
  await tx.customerSegment.updateMany({
    where: { id: segmentId, memberVersion: { not: ruleVersion } },
    data: { memberVersion: ruleVersion },
  });
  return changed;
}

export type MemberDifference = {
  readonly tenantId: string;
  readonly onDay: string;
  /** Rows of `segment_id`, `customer_id` and `is_met`: whether the customer comes or goes */
  readonly difference: Sql;
  /** Which rows `m` of `segment_member` are asked, where one segment is; a row `d` of the difference names it too */
  readonly ofSegment?: Sql;
};

/** Write who comes to segments and who leaves them, dated with the day. */
export async function writeDifference(
  tx: TenantTx,
  { tenantId, onDay, difference, ofSegment }: MemberDifference,
): Promise<MembersChanged> {
  const own = sql`m.tenant_id = ${tenantId}::uuid AND ${ofSegment ?? sql`m.segment_id = d.segment_id`} AND m.customer_id = d.customer_id`;
  const [changed] = await tx.$queryRaw<MembersChanged[]>`
    WITH diff AS MATERIALIZED (${difference}
    ), closed AS (
      UPDATE segment_member m SET valid_to = ${onDay}::date FROM diff d
      WHERE ${own} AND NOT d.is_met AND m.valid_to IS NULL AND m.valid_from < ${onDay}::date RETURNING 1
    ), undone AS (
      DELETE FROM segment_member m USING diff d
      WHERE ${own} AND NOT d.is_met AND m.valid_to IS NULL AND m.valid_from >= ${onDay}::date RETURNING 1
    ), reopened AS (
      UPDATE segment_member m SET valid_to = NULL FROM diff d
      WHERE ${own} AND d.is_met AND m.valid_to = ${onDay}::date RETURNING 1
    ), entered AS (
      INSERT INTO segment_member (tenant_id, segment_id, customer_id, valid_from)
      SELECT ${tenantId}::uuid, d.segment_id, d.customer_id, ${onDay}::date FROM diff d
      WHERE d.is_met AND NOT EXISTS (
        SELECT 1 FROM segment_member m WHERE ${own} AND m.valid_to = ${onDay}::date)
      ORDER BY d.segment_id, d.customer_id RETURNING 1
    )
    SELECT ((SELECT count(*) FROM entered) + (SELECT count(*) FROM reopened))::int AS entered,
      ((SELECT count(*) FROM closed) + (SELECT count(*) FROM undone))::int AS left`;
  return changed ?? { entered: 0, left: 0 };
}
