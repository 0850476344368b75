import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { Sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { LedgerEntity, LedgerStretch } from "../types.ts";

/** Rows of a table, by what the ledger calls them. */
export type LedgerTable = { entity: LedgerEntity; table: Sql };

/**
 * Hold the rows of a stretch of an import's ledger before they are taken back: what somebody is writing to one of them, or
 * hangs on it, is waited for and seen by the statement that follows.
 */
export async function lockLedgerRows(
  tx: TenantTx,
  { workspace }: Session,
  { entity, table }: LedgerTable,
  { importId, afterLine, lastLine }: LedgerStretch,
): Promise<void> {
  const tenantId = workspace.id;
  await tx.$queryRaw`
    SELECT count(*) FROM (
      SELECT 1 FROM import_row l JOIN ${table} t ON t.tenant_id = ${tenantId}::uuid AND t.id = l.row_id
      WHERE l.tenant_id = ${tenantId}::uuid AND l.import_id = ${importId}::uuid AND l.entity = ${entity}
        AND l.line > ${afterLine}::int AND l.line <= ${lastLine}::int
      ORDER BY t.id FOR UPDATE OF t) AS locked`;
}
