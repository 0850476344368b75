import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { join, type Sql, sql } from "#lib/db/sql.ts";
import type { NeedAspect } from "../types.ts";

/** Whose answers count for a need: of its own segment, or of one segment for every need. */
export type Population = { segmentId: string | null };

/** Every need with its own segment, or those that hold for one segment with that one. */
export function needUnits({ workspace }: Session, { segmentId }: Population): Sql {
  const own = sql`SELECT n.id AS unit, n.id AS need_id, n.segment_id FROM customer_need n WHERE n.tenant_id = ${workspace.id}::uuid`;
  if (segmentId === null) return own;
  return sql`SELECT n.id AS unit, n.id AS need_id, ${segmentId}::uuid AS segment_id FROM customer_need n
    WHERE n.tenant_id = ${workspace.id}::uuid AND (n.segment_id IS NULL OR n.segment_id = ${segmentId}::uuid)`;
}

/**
 * The last answer of each customer to what is asked of each unit, and every answer of nobody known.
 *
 * `units` has the columns unit, need_id (NULL: how it is all in all) and segment_id (NULL: all customers). An answer counts for the
 * segments that its customer was in on its day, and one from before a segment was first computed for its members then (for
 * those of now where it has not been); an answer of nobody known counts where its file named the segment.
 */
export function lastAnswers(
  { workspace }: Session,
  { units, aspects }: { units: Sql; aspects: readonly NeedAspect[] },
): Sql {
  const tenantId = sql`${workspace.id}::uuid`;
  return sql`
    SELECT unit, aspect, customer_id, score, scale_min, scale_max, higher_is_better FROM (
      SELECT u.unit, q.aspect, s.customer_id, s.score, s.scale_min, s.scale_max,
        coalesce(s.higher_is_better, true) AS higher_is_better,
        row_number() OVER (PARTITION BY u.unit, q.aspect, coalesce(s.customer_id, s.id) ORDER BY s.occurred_on DESC, s.id DESC) AS place
      FROM (SELECT n.*, coalesce((SELECT min(f.computed_on) FROM segment_figure f
          WHERE f.tenant_id = ${tenantId} AND f.segment_id = n.segment_id), 'infinity') AS first_on FROM (${units}) n) u
        JOIN need_question q ON q.tenant_id = ${tenantId} AND q.need_id IS NOT DISTINCT FROM u.need_id
          AND q.aspect IN (${join([...aspects])})
        JOIN signal s ON s.tenant_id = ${tenantId} AND s.question = q.question
          AND (q.source_id IS NULL OR s.source_id = q.source_id)
      WHERE s.audience = 'customer' AND s.score IS NOT NULL AND s.scale_min IS NOT NULL AND s.scale_max IS NOT NULL
        AND (u.segment_id IS NULL OR (s.customer_id IS NULL AND s.segment_id = u.segment_id) OR EXISTS (
          SELECT 1 FROM segment_member m WHERE m.tenant_id = ${tenantId} AND m.segment_id = u.segment_id
            AND m.customer_id = s.customer_id AND m.valid_from <= greatest(s.occurred_on, u.first_on)
            AND (m.valid_to IS NULL OR m.valid_to > greatest(s.occurred_on, u.first_on))))
    ) said WHERE place = 1`;
}
