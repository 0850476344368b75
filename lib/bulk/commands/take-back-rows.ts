import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { join, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { Register } from "../queries/register.ts";
import type { LedgerStretch, UndoneCounts } from "../types.ts";
import { lockLedgerRows } from "./lock-ledger-rows.ts";

/**
 * Take back what a stretch of an import's ledger made of a register's rows: those it made are removed, those it changed
 * get their former values. A row that a later import or a person has changed stays as it is and is listed with the reason.
 */
export async function takeBackRows(
  tx: TenantTx,
  session: Session,
  register: AnyRegister,
  stretch: LedgerStretch,
): Promise<UndoneCounts> {
  await lockLedgerRows(tx, session, register, stretch);
  return takeBack(tx, session, register, stretch);
}

/** A register of whatever rows: its columns' names are all that is asked. */
export type AnyRegister = Pick<Register<never>, "entity" | "table" | "hasCustomer"> & {
  columns: readonly Pick<Register<never>["columns"][number], "name">[];
};

async function takeBack(
  tx: TenantTx,
  session: Session,
  { entity, table, hasCustomer, columns }: AnyRegister,
  { importId, afterLine, lastLine }: LedgerStretch,
): Promise<UndoneCounts> {
  const tenantId = session.workspace.id;
  const names = [...(hasCustomer ? [sql`customer_id`] : []), ...columns.map(({ name }) => name)];
  const isGone = hasCustomer
    ? sql`WHEN l.action = 'updated' AND l.before->>'customer_id' IS NOT NULL AND NOT EXISTS (SELECT 1 FROM customer c
        WHERE c.tenant_id = ${tenantId}::uuid AND c.id = (l.before->>'customer_id')::uuid) THEN 'customer_gone'`
    : sql``;
  const [counts] = await tx.$queryRaw<[UndoneCounts]>`
    WITH stored AS MATERIALIZED (
      SELECT l.line, l.action, l.before, t.id, t.external_id,
        CASE WHEN t.changed_import_id IS NULL THEN 'changed_by_hand'
          WHEN t.changed_import_id <> ${importId}::uuid THEN 'changed_by_import' ${isGone} END AS reason
      FROM import_row l JOIN ${table} t ON t.tenant_id = ${tenantId}::uuid AND t.id = l.row_id
      WHERE l.tenant_id = ${tenantId}::uuid AND l.import_id = ${importId}::uuid AND l.entity = ${entity}
        AND l.line > ${afterLine}::int AND l.line <= ${lastLine}::int
    ), removed AS (
      DELETE FROM ${table} t WHERE t.tenant_id = ${tenantId}::uuid
        AND t.id = ANY(ARRAY(SELECT id FROM stored WHERE action = 'created' AND reason IS NULL))
      RETURNING 1
    ), restored AS (
      UPDATE ${table} t SET ${join(names.map((name) => sql`${name} = f.${name}`))}, changed_import_id = f.changed_import_id
      FROM stored s CROSS JOIN LATERAL jsonb_populate_record(NULL::${table}, s.before) AS f
      WHERE t.tenant_id = ${tenantId}::uuid AND t.id = s.id AND s.action = 'updated' AND s.reason IS NULL
      RETURNING 1
    ), kept AS (
      INSERT INTO import_kept_row (tenant_id, import_id, line, entity, row_id, external_id, reason)
      SELECT ${tenantId}::uuid, ${importId}::uuid, line, ${entity}, id, external_id, reason
      FROM stored WHERE reason IS NOT NULL
      RETURNING 1
    )
    SELECT (SELECT count(*) FROM removed)::int AS removed, (SELECT count(*) FROM restored)::int AS restored,
      (SELECT count(*) FROM kept)::int AS kept`;
  return counts;
}
