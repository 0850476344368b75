import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { join, type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { Keeping, KeptAlong, Pointer } from "../queries/keeping.ts";

/**
 * Put a record back that `takeDeleted` has, with what went with it and may return, and keep it no longer. What is being deleted at that
 * moment is waited for: what points at it does not return.
 */
export async function putBack(
  tx: TenantTx,
  { workspace }: Session,
  { table, along }: Keeping,
  id: string,
): Promise<void> {
  const own = sql`k.tenant_id = ${workspace.id}::uuid AND k.id = ${id}::uuid`;
  await tx.$executeRaw`
    INSERT INTO ${table} SELECT x.* FROM deleted_record k, jsonb_populate_record(NULL::${table}, k.kept->'record') x WHERE ${own}`;
  for (const each of along) await putBackAlong(tx, own, each);
  await putBackEvidence(tx, own);
  await tx.deletedRecord.deleteMany({ where: { id } });
}

async function putBackAlong(
  tx: TenantTx,
  own: Sql,
  { name, table, pointsAt }: KeptAlong,
): Promise<void> {
  const rows = sql`deleted_record k, jsonb_populate_recordset(NULL::${table}, k.kept->${name}::text) x WHERE ${own}`;
  if (pointsAt) await holdTargets(tx, rows, pointsAt);
  const canReturn = pointsAt
    ? sql`(x.${pointsAt.column} IS NULL OR ${isThere(pointsAt)})`
    : sql`true`;
  await tx.$executeRaw`INSERT INTO ${table} SELECT x.* FROM ${rows} AND ${canReturn}`;
}

/** What evidence is about: held by `lockDeleted`, or put back itself. */
const SUBJECTS: readonly Pointer[] = [
  { table: sql`customer_need`, column: sql`need_id` },
  { table: sql`persona`, column: sql`persona_id` },
  { table: sql`persona_claim`, column: sql`claim_id` },
];

const SOURCES: readonly Pointer[] = [
  { table: sql`signal`, column: sql`signal_id` },
  { table: sql`interaction`, column: sql`interaction_id` },
  { table: sql`complaint`, column: sql`complaint_id` },
  { table: sql`interview`, column: sql`interview_id` },
  { table: sql`evidence_file`, column: sql`file_id` },
];

/** That of which both ends are there: what it is about, and its source. */
async function putBackEvidence(tx: TenantTx, own: Sql): Promise<void> {
  const rows = sql`deleted_record k, jsonb_populate_recordset(NULL::evidence, k.kept->'evidence') x WHERE ${own}`;
  for (const source of SOURCES) await holdTargets(tx, rows, source);
  await tx.$executeRaw`
    INSERT INTO evidence SELECT x.* FROM ${rows} AND (${join(SUBJECTS.map(isThere), " OR ")})
      AND (x.statistic IS NOT NULL OR ${join(SOURCES.map(isThere), " OR ")})`;
}

const isThere = ({ table, column }: Pointer): Sql =>
  sql`EXISTS (SELECT 1 FROM ${table} s WHERE s.tenant_id = x.tenant_id AND s.id = x.${column})`;

/** What the rows `x` point at stays until the transaction ends, or is gone before they are put back. */
async function holdTargets(tx: TenantTx, rows: Sql, { table, column }: Pointer): Promise<void> {
  await tx.$queryRaw`
    SELECT s.id FROM ${table} s WHERE (s.tenant_id, s.id) IN (SELECT x.tenant_id, x.${column} FROM ${rows})
    ORDER BY s.id FOR KEY SHARE OF s`;
}
