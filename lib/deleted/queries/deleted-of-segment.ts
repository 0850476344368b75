import "server-only";
import { type Sql, sql } from "#lib/db/sql.ts";

/**
 * What can be brought back to a segment, `d`, as a FROM and a WHERE: records of it, and records whose evidence is a number of its pages.
 * `segmentId`: the id as text.
 */
export function deletedOfSegment(tenantId: string, segmentId: Sql): Sql {
  return sql`FROM deleted_record d WHERE d.tenant_id = ${tenantId}::uuid AND d.deleted_at > now() - interval '24 hours'
    AND (d.kept->'record'->>'segment_id' = ${segmentId} OR EXISTS (SELECT 1 FROM jsonb_array_elements(d.kept->'evidence') e
      WHERE position(${segmentId} IN lower(e->'statistic'->>'href')) > 0))`;
}
