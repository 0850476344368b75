import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { NeedLinks } from "../types.ts";

/** What would go along if a need were deleted, and the segments whose rules ask for it. */
export async function countLinks(
  tx: TenantTx,
  { workspace, permissions }: Session,
  needId: string,
): Promise<NeedLinks> {
  const tenantId = workspace.id;
  const [links] = await tx.$queryRaw<NeedLinks[]>`
    SELECT
      (SELECT count(*) FROM need_question x WHERE x.tenant_id = ${tenantId}::uuid AND x.need_id = ${needId}::uuid)::int AS questions,
      (SELECT count(*) FROM need_rating x WHERE x.tenant_id = ${tenantId}::uuid AND x.need_id = ${needId}::uuid)::int AS ratings,
      (SELECT count(*) FROM evidence x WHERE x.tenant_id = ${tenantId}::uuid AND x.need_id = ${needId}::uuid)::int AS evidence,
      count(s.id)::int AS rules, coalesce(array_agg(s.name ORDER BY s.name) FILTER (WHERE s.id IS NOT NULL), '{}') AS "ruleNames"
    FROM (VALUES (1)) one LEFT JOIN customer_segment s
      ON s.tenant_id = ${tenantId}::uuid AND strpos(s.rule::text, ${needId}) > 0`;
  const { ruleNames, ...counts } = links ?? NO_LINKS;
  return { ...counts, ruleNames: permissions.has("segment:read") ? ruleNames : [] };
}

const NO_LINKS: NeedLinks = { questions: 0, ratings: 0, evidence: 0, rules: 0, ruleNames: [] };
