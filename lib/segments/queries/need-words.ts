import "server-only";
import { type Sql, sql } from "#lib/db/sql.ts";

/**
 * What each customer's own last answers say of needs: a query of `customer_id` and, as arrays of ids in order or null for none, the
 * needs answered, important, satisfied, and unmet (important, with a satisfaction below the best two).
 *
 * Only answers on five steps of one each count, as `toFiveSteps` of lib/needs has it; needs that are put away are left out.
 */
export function needWords(tenantId: string): Sql {
  const ids = sql`array_agg(a.need_id::text ORDER BY a.need_id)`;
  return sql`
    SELECT a.customer_id, ${ids} AS answered, ${ids} FILTER (WHERE a.important) AS important,
      ${ids} FILTER (WHERE a.satisfied) AS satisfied, ${ids} FILTER (WHERE a.important AND NOT a.satisfied) AS unmet
    FROM (
      SELECT l.customer_id, l.need_id, bool_or(l.is_top) FILTER (WHERE l.aspect = 'importance') AS important,
        bool_or(l.is_top) FILTER (WHERE l.aspect = 'satisfaction') AS satisfied
      FROM (${lastSteps(tenantId)}) l GROUP BY 1, 2
    ) a GROUP BY 1`;
}

/** The last answer of each customer to each aspect of each need, and whether it is one of the best two. */
function lastSteps(tenantId: string): Sql {
  return sql`
    SELECT DISTINCT ON (s.customer_id, q.need_id, q.aspect) s.customer_id, q.need_id, q.aspect,
      CASE WHEN s.higher_is_better IS FALSE THEN s.scale_max - s.score ELSE s.score - s.scale_min END >= 3 AS is_top
    FROM need_question q
      JOIN customer_need n ON n.tenant_id = q.tenant_id AND n.id = q.need_id AND n.archived_at IS NULL
      JOIN signal s ON s.tenant_id = q.tenant_id AND s.question = q.question AND (q.source_id IS NULL OR s.source_id = q.source_id)
    WHERE q.tenant_id = ${tenantId}::uuid AND q.aspect IN ('importance', 'satisfaction') AND s.audience = 'customer'
      AND s.customer_id IS NOT NULL AND s.scale_max - s.scale_min = 4 AND s.score BETWEEN s.scale_min AND s.scale_max
      AND s.score - s.scale_min = floor(s.score - s.scale_min)
    ORDER BY s.customer_id, q.need_id, q.aspect, s.occurred_on DESC, s.id DESC`;
}
