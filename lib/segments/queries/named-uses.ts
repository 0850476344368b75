import "server-only";
import type { Permission } from "#lib/auth/permissions.ts";
import type { Session } from "#lib/auth/types.ts";
import { evidenceNames } from "#lib/bulk/index.ts";
import { type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { MOST_NAMED, type NamedUse, type SegmentUseKind } from "../segment-types.ts";

type StoredUse = NamedUse & { kind: SegmentUseKind };

/** The permission without which a name is not told. */
const PERMISSION: Readonly<Record<NamedUse["of"], Permission>> = {
  ...{ need: "need:read", persona: "persona:read", claim: "persona:read" },
  interview: "evidence:read",
};

/** By name what uses a segment, ten of each kind at most: needs, personae, interviews, and what numbers of it back. */
export async function listNamedUses(
  tx: TenantTx,
  { workspace, permissions }: Session,
  segmentId: string,
): Promise<readonly StoredUse[]> {
  const tenantId = workspace.id;
  const own = sql`x.tenant_id = ${tenantId}::uuid AND x.segment_id = ${segmentId}::uuid`;
  const rows = await tx.$queryRaw<StoredUse[]>`
    ${some(sql`SELECT 'needs' AS kind, 'need' AS of, x.id, x.statement AS name, NULL::uuid AS "personaId" FROM customer_need x WHERE ${own}`)}
    UNION ALL ${some(sql`SELECT 'personae', 'persona', x.id, x.name, NULL FROM persona x WHERE ${own}`)}
    UNION ALL ${some(sql`SELECT 'interviews', 'interview', x.id, x.title AS name, NULL FROM interview x WHERE ${own}`)}
    UNION ALL ${some(sql`
      SELECT DISTINCT 'evidence', CASE WHEN e.need_id IS NOT NULL THEN 'need' WHEN e.persona_id IS NOT NULL THEN 'persona' ELSE 'claim' END,
        coalesce(e.need_id, e.persona_id, e.claim_id) AS id, coalesce(n.statement, p.name, c.statement) AS name, c.persona_id
      FROM evidence e LEFT JOIN customer_need n ON n.tenant_id = e.tenant_id AND n.id = e.need_id
        LEFT JOIN persona p ON p.tenant_id = e.tenant_id AND p.id = e.persona_id
        LEFT JOIN persona_claim c ON c.tenant_id = e.tenant_id AND c.id = e.claim_id
      WHERE e.tenant_id = ${tenantId}::uuid AND ${evidenceNames(sql`${segmentId}::uuid`)}`)}`;
  return rows.filter(({ of }) => permissions.has(PERMISSION[of]));
}

function some(rows: Sql): Sql {
  return sql`(${rows} ORDER BY name, id LIMIT ${MOST_NAMED}::int)`;
}
