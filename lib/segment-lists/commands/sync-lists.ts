import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { enqueueSegmentRefresh } from "#lib/jobs/enqueue.ts";
import { lockLists } from "./lock-lists.ts";

/** As of which day, YYYY-MM-DD, and of which customers; of all when left out. */
export type ListSync = { readonly onDay: string; readonly customerIds?: readonly string[] };

/**
 * Let in who is listed in a segment now, and out who is not, each dated with the day; whoever stays is not written. Taken
 * back with the day of its import, an import leaves no trace. A segment that a file names becomes a list with its first entry, and is
 * only named again without any.
 *
 * A customer is a member while some file lists them and none says that they left.
 */
export async function syncLists(
  tx: TenantTx,
  session: Session,
  { onDay, customerIds }: ListSync,
): Promise<void> {
  const tenantId = session.workspace.id;
  if (!customerIds)
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`segments ${tenantId}`}, 0))::text`;
  await lockLists(tx, session);
  const asked = customerIds
    ? {
        listed: sql`AND l.customer_id = ANY(${[...customerIds]}::uuid[])`,
        member: sql`AND m.customer_id = ANY(${[...customerIds]}::uuid[])`,
      }
    : { listed: sql``, member: sql`` };
  const isIt = sql`m.tenant_id = ${tenantId}::uuid AND m.segment_id = d.segment_id AND m.customer_id = d.customer_id`;
  await tx.$executeRaw`
    WITH listed AS MATERIALIZED (
      SELECT l.segment_id, l.customer_id FROM segment_listing l
      JOIN customer_segment s ON s.tenant_id = l.tenant_id AND s.id = l.segment_id AND s.kind <> 'rule'
      WHERE l.tenant_id = ${tenantId}::uuid ${asked.listed} GROUP BY 1, 2 HAVING NOT bool_or(l.has_left)
    ), diff AS MATERIALIZED (
      SELECT coalesce(l.segment_id, m.segment_id) AS segment_id, coalesce(l.customer_id, m.customer_id) AS customer_id,
        l.customer_id IS NOT NULL AS is_listed, m.valid_from
      FROM listed l FULL JOIN (
        SELECT m.segment_id, m.customer_id, m.valid_from FROM segment_member m
        JOIN customer_segment s ON s.tenant_id = m.tenant_id AND s.id = m.segment_id AND s.kind <> 'rule'
        WHERE m.tenant_id = ${tenantId}::uuid AND m.valid_to IS NULL ${asked.member}
      ) m ON m.segment_id = l.segment_id AND m.customer_id = l.customer_id
      WHERE l.customer_id IS NULL OR m.customer_id IS NULL
    ), closed AS (
      UPDATE segment_member m SET valid_to = ${onDay}::date FROM diff d
      WHERE ${isIt} AND m.valid_from = d.valid_from AND NOT d.is_listed AND d.valid_from < ${onDay}::date RETURNING 1
    ), undone AS (
      DELETE FROM segment_member m USING diff d
      WHERE ${isIt} AND m.valid_from = d.valid_from AND NOT d.is_listed AND d.valid_from >= ${onDay}::date RETURNING 1
    ), reopened AS (
      UPDATE segment_member m SET valid_to = NULL FROM diff d
      WHERE ${isIt} AND d.is_listed AND m.valid_to = ${onDay}::date RETURNING 1
    )
    INSERT INTO segment_member (tenant_id, segment_id, customer_id, valid_from)
    SELECT ${tenantId}::uuid, d.segment_id, d.customer_id, ${onDay}::date FROM diff d
    WHERE d.is_listed AND NOT EXISTS (SELECT 1 FROM segment_member m WHERE ${isIt} AND m.valid_to = ${onDay}::date)`;
  await tx.$executeRaw`
    UPDATE customer_segment s SET kind = CASE s.kind WHEN 'named' THEN 'list' ELSE 'named' END
    WHERE s.tenant_id = ${tenantId}::uuid AND s.kind <> 'rule' AND (s.kind = 'named') = EXISTS (
      SELECT 1 FROM segment_listing l WHERE l.tenant_id = s.tenant_id AND l.segment_id = s.id)`;
  await enqueueSegmentRefresh(tx, tenantId);
}
