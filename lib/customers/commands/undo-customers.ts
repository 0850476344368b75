import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { lockLedgerRows } from "#lib/bulk/index.ts";
import type { LedgerStretch, UndoneCounts } from "#lib/bulk/types.ts";
import { join, type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";

import { CUSTOMER_TABLES } from "../queries/customer-tables.ts";

/** `finishedAt`: when the import ended. A ledger of before this release does not say when a row was written: by then. */
export type CustomersToUndo = LedgerStretch & { finishedAt: Date };

/**
 * Take back what a stretch of an import's ledger made of customers: those it made are removed, those it changed get
 * their former values, numbers and consents. A customer that has orders, that a later import or a person has changed, or that was
 * merged into another stays and is listed with the reason.
 */
export async function undoCustomers(
  tx: TenantTx,
  session: Session,
  stretch: CustomersToUndo,
): Promise<UndoneCounts> {
  await lockLedgerRows(tx, session, { entity: "customer", table: sql`customer` }, stretch);
  return takeBack(tx, session, stretch);
}

/** Whether rows of registers hang on the customer `c`. */
function hasRows(tenantId: string): Sql {
  const uses = CUSTOMER_TABLES.map(
    ({ table }) =>
      sql`EXISTS (SELECT 1 FROM ${table} r WHERE r.tenant_id = ${tenantId}::uuid AND r.customer_id = c.id)`,
  );
  return sql`(${join(uses, " OR ")})`;
}

async function takeBack(
  tx: TenantTx,
  session: Session,
  { importId, afterLine, lastLine, finishedAt }: CustomersToUndo,
): Promise<UndoneCounts> {
  const tenantId = session.workspace.id;
  const [counts] = await tx.$queryRaw<[UndoneCounts]>`
    WITH stored AS MATERIALIZED (
      SELECT l.line, l.action, l.before, c.id, c.external_id,
        CASE WHEN coalesce(c.changed_import_id, c.created_import_id) IS DISTINCT FROM ${importId}::uuid THEN 'changed_by_import'
          WHEN ${isChangedSince(finishedAt)} OR (l.action = 'created' AND EXISTS (SELECT 1 FROM customer_merge m
            WHERE m.tenant_id = ${tenantId}::uuid AND m.survivor_id = c.id)) THEN 'changed_by_hand'
          WHEN l.action = 'created' AND EXISTS (SELECT 1 FROM customer_order o
            WHERE o.tenant_id = ${tenantId}::uuid AND o.customer_id = c.id) THEN 'has_orders'
          WHEN l.action = 'created' AND ${hasRows(tenantId)} THEN 'has_rows' END AS reason
      FROM import_row l JOIN customer c ON c.tenant_id = ${tenantId}::uuid AND c.id = l.row_id
      WHERE l.tenant_id = ${tenantId}::uuid AND l.import_id = ${importId}::uuid AND l.entity = 'customer'
        AND l.line > ${afterLine}::int AND l.line <= ${lastLine}::int
        -- Named twice, under a merged number too: only the first of the two lines holds what was before the import.
        AND (l.before->>'changed_import_id')::uuid IS DISTINCT FROM ${importId}::uuid
    ), merged_away AS (
      SELECT l.line, l.row_id AS id, m.merged_external_id AS external_id, 'merged' AS reason
      FROM import_row l JOIN customer_merge m ON m.tenant_id = ${tenantId}::uuid
        AND (m.merged -> 'customer' ->> 'id')::uuid = l.row_id
      WHERE l.tenant_id = ${tenantId}::uuid AND l.import_id = ${importId}::uuid AND l.entity = 'customer'
        AND l.line > ${afterLine}::int AND l.line <= ${lastLine}::int
        AND NOT EXISTS (SELECT 1 FROM stored s WHERE s.line = l.line)
    ), former_consents AS MATERIALIZED (
      SELECT s.id AS customer_id, r.* FROM stored s CROSS JOIN LATERAL jsonb_to_recordset(s.before -> 'consents') AS r (
        purpose text, state text, lawful_basis text, source text, recorded_at timestamptz, recorded_by uuid, import_id uuid)
      WHERE s.action = 'updated' AND s.reason IS NULL AND s.before ? 'consents'
    ), new_consents AS (
      DELETE FROM customer_consent k USING stored s
      WHERE k.tenant_id = ${tenantId}::uuid AND k.customer_id = s.id AND s.action = 'updated' AND s.reason IS NULL
        AND s.before ? 'consents' AND NOT EXISTS (SELECT 1 FROM former_consents f
          WHERE f.customer_id = k.customer_id AND f.purpose = k.purpose)
    ), changed_consents AS (
      INSERT INTO customer_consent (tenant_id, customer_id, purpose, state, lawful_basis, source, recorded_at,
        recorded_by, import_id)
      SELECT ${tenantId}::uuid, customer_id, purpose, state, lawful_basis, source, recorded_at, recorded_by, import_id
      FROM former_consents
      ON CONFLICT (tenant_id, customer_id, purpose) DO UPDATE SET state = excluded.state,
        lawful_basis = excluded.lawful_basis, source = excluded.source, recorded_at = excluded.recorded_at,
        recorded_by = excluded.recorded_by, import_id = excluded.import_id
    ), removed AS (
      DELETE FROM customer c WHERE c.tenant_id = ${tenantId}::uuid
        AND c.id = ANY(ARRAY(SELECT id FROM stored WHERE action = 'created' AND reason IS NULL))
      RETURNING 1
    ), restored AS (
      -- A row that changed only consents says nothing of the other values.
      UPDATE customer c SET external_id = CASE WHEN s.before ? 'external_id' AND NOT EXISTS (SELECT 1 FROM customer o
          WHERE o.tenant_id = ${tenantId}::uuid AND o.external_id = f.external_id) THEN f.external_id ELSE c.external_id END,
        email = CASE WHEN s.before ? 'email' THEN f.email ELSE c.email END,
        name = CASE WHEN s.before ? 'name' THEN f.name ELSE c.name END,
        phone = CASE WHEN s.before ? 'phone' THEN f.phone ELSE c.phone END,
        registered_on = CASE WHEN s.before ? 'registered_on' THEN f.registered_on ELSE c.registered_on END,
        attributes = coalesce(f.attributes, c.attributes), changed_import_id = f.changed_import_id,
        updated_at = coalesce(f.updated_at, c.updated_at)
      FROM stored s CROSS JOIN LATERAL jsonb_to_record(s.before) AS f (external_id text, email text, name text, phone text,
        registered_on date, attributes jsonb, changed_import_id uuid, updated_at timestamptz)
      WHERE c.tenant_id = ${tenantId}::uuid AND c.id = s.id AND s.action = 'updated' AND s.reason IS NULL
      RETURNING 1
    ), kept AS (
      INSERT INTO import_kept_row (tenant_id, import_id, line, entity, row_id, external_id, reason)
      SELECT ${tenantId}::uuid, ${importId}::uuid, line, 'customer', id, external_id, reason
      FROM (SELECT line, id, external_id, reason FROM stored WHERE reason IS NOT NULL
        UNION ALL SELECT line, id, external_id, reason FROM merged_away) AS left_alone
      RETURNING 1
    )
    SELECT (SELECT count(*) FROM removed)::int AS removed, (SELECT count(*) FROM restored)::int AS restored,
      (SELECT count(*) FROM kept)::int AS kept`;
  return counts;
}

/** Whether somebody has written a customer after the import did, also while the import was still at work. */
function isChangedSince(finishedAt: Date): Sql {
  return sql`CASE WHEN l.action = 'created' THEN c.updated_at <> c.created_at
    WHEN l.before ? 'written_at' THEN c.updated_at <> (l.before ->> 'written_at')::timestamptz
    ELSE c.updated_at > ${finishedAt}::timestamptz END`;
}
