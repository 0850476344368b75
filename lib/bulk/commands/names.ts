import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { arrayLiteral } from "#lib/db/array-literal.ts";
import { newIds } from "#lib/db/new-ids.ts";
import { empty, join, type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { deletedOfSegment } from "#lib/deleted/index.ts";
import { nameKey, tidyName } from "#lib/format/name-key.ts";
import { evidenceNames } from "../queries/names-segment.ts";
import type { NameIds } from "../queries/register.ts";
import {
  type LedgerStretch,
  NAMED_ENTITIES,
  type NamedEntity,
  type UndoneCounts,
} from "../types.ts";

/** A name that a line of a file gives to a touchpoint, segment or department. */
export type NamedLine = { line: number; entity: NamedEntity; name: string };

type NameTable = { table: Sql; users: readonly Sql[]; column: Sql; keepsImport: boolean };

const TABLES: Readonly<Record<NamedEntity, NameTable>> = {
  touchpoint: {
    table: sql`touchpoint`,
    users: [sql`signal`, sql`interaction`, sql`complaint`],
    column: sql`touchpoint_id`,
    keepsImport: true,
  },
  segment: {
    table: sql`customer_segment`,
    users: [sql`signal`, sql`complaint`, sql`win_loss`, sql`segment_listing`],
    column: sql`segment_id`,
    keepsImport: true,
  },
  department: {
    table: sql`department`,
    users: [sql`signal`, sql`interaction`, sql`complaint`, sql`win_loss`],
    column: sql`department_id`,
    keepsImport: false,
  },
};

/** The ids of names, whatever their case; a name that nobody knows is left out. */
export async function findNames(
  tx: TenantTx,
  session: Session,
  lines: readonly NamedLine[],
): Promise<NameIds> {
  const found: Record<NamedEntity, ReadonlyMap<string, string>> = {
    touchpoint: new Map(),
    segment: new Map(),
    department: new Map(),
  };
  for (const entity of NAMED_ENTITIES) {
    const keys = [...firstLines(lines, entity).keys()];
    if (keys.length === 0) continue;
    const rows = await tx.$queryRaw<{ id: string; name: string }[]>`
      SELECT id, name FROM ${TABLES[entity].table}
      WHERE tenant_id = ${session.workspace.id}::uuid AND lower(name) = ANY(${arrayLiteral(keys)}::text[])`;
    found[entity] = new Map(rows.map(({ id, name }) => [nameKey(name), id]));
  }
  return found;
}

/** Make the names that nobody knows yet, and enter them into the ledger of the import, where it is one that makes them. */
export async function createMissingNames(
  tx: TenantTx,
  session: Session,
  importId: string | null,
  lines: readonly NamedLine[],
): Promise<void> {
  for (const entity of NAMED_ENTITIES) {
    const first = firstLines(lines, entity);
    if (first.size > 0) await insertMissing(tx, session, { importId, entity, first });
  }
}

type Missing = { importId: string | null; entity: NamedEntity; first: Map<string, NamedLine> };

async function insertMissing(
  tx: TenantTx,
  { workspace }: Session,
  { importId, entity, first }: Missing,
): Promise<void> {
  const { table, keepsImport } = TABLES[entity];
  const names = arrayLiteral([...first.values()].map(({ name }) => tidyName(name)));
  const lines = arrayLiteral([...first.values()].map(({ line }) => line));
  const ids = arrayLiteral(newIds(first.size));
  await tx.$executeRaw`
    WITH given AS (
      SELECT * FROM unnest(${ids}::uuid[], ${names}::text[], ${lines}::int[]) AS g (id, name, line)
    ), made AS (
      INSERT INTO ${table} (tenant_id, id, name${keepsImport ? sql`, created_import_id` : empty})
      SELECT ${workspace.id}::uuid, g.id, g.name${keepsImport ? sql`, ${importId}::uuid` : empty} FROM given g
      WHERE NOT EXISTS (SELECT 1 FROM ${table} t WHERE t.tenant_id = ${workspace.id}::uuid AND lower(t.name) = lower(g.name))
      ON CONFLICT DO NOTHING
      RETURNING id
    )
    INSERT INTO import_row (tenant_id, import_id, line, entity, row_id, action)
    SELECT ${workspace.id}::uuid, ${importId}::uuid, g.line, ${entity}, m.id, 'created'
    FROM made m JOIN given g ON g.id = m.id WHERE ${importId}::uuid IS NOT NULL`;
}

/** Take back the names that a stretch of an import's ledger made; those that rows of others use stay, with the reason. */
export async function takeBackNames(
  tx: TenantTx,
  { workspace }: Session,
  entity: NamedEntity,
  { importId, afterLine, lastLine }: LedgerStretch,
): Promise<UndoneCounts> {
  const { table } = TABLES[entity];
  const [counts] = await tx.$queryRaw<[UndoneCounts]>`
    WITH stored AS MATERIALIZED (
      SELECT l.line, t.id, t.name, ${isUsed(workspace.id, entity)} AS is_used
      FROM import_row l JOIN ${table} t ON t.tenant_id = ${workspace.id}::uuid AND t.id = l.row_id
      WHERE l.tenant_id = ${workspace.id}::uuid AND l.import_id = ${importId}::uuid AND l.entity = ${entity}
        AND l.line > ${afterLine}::int AND l.line <= ${lastLine}::int
    ), removed AS (
      DELETE FROM ${table} t WHERE t.tenant_id = ${workspace.id}::uuid
        AND t.id = ANY(ARRAY(SELECT id FROM stored WHERE NOT is_used))
      RETURNING 1
    ), kept AS (
      INSERT INTO import_kept_row (tenant_id, import_id, line, entity, row_id, external_id, reason)
      SELECT ${workspace.id}::uuid, ${importId}::uuid, line, ${entity}, id, name, 'in_use' FROM stored WHERE is_used
      RETURNING 1
    )
    SELECT (SELECT count(*) FROM removed)::int AS removed, 0 AS restored, (SELECT count(*) FROM kept)::int AS kept`;
  return counts;
}

/** Whether any row points at `t`. */
function isUsed(tenantId: string, entity: NamedEntity): Sql {
  const { users, column } = TABLES[entity];
  const all = users.map(
    (user) =>
      sql`EXISTS (SELECT 1 FROM ${user} u WHERE u.tenant_id = ${tenantId}::uuid AND u.${column} = t.id)`,
  );
  return sql`(${join([...all, ...ownUses(tenantId, entity)], " OR ")})`;
}

function ownUses(tenantId: string, entity: NamedEntity): Sql[] {
  if (entity === "department") return departmentUses(tenantId);
  return entity === "segment" ? segmentUses(tenantId) : [];
}

/** What people have made of a segment since, or hung on it; what was deleted may be brought back to it. */
function segmentUses(tenantId: string): Sql[] {
  const id = sql`t.id`;
  return [
    sql`t.kind = 'rule'`,
    sql`t.primary_rank IS NOT NULL`,
    sql`EXISTS (SELECT 1 FROM segment_target x WHERE x.tenant_id = ${tenantId}::uuid AND x.segment_id = t.id)`,
    sql`EXISTS (SELECT 1 FROM customer_need n WHERE n.tenant_id = ${tenantId}::uuid AND n.segment_id = t.id)`,
    sql`EXISTS (SELECT 1 FROM persona p WHERE p.tenant_id = ${tenantId}::uuid AND p.segment_id = t.id)`,
    sql`EXISTS (SELECT 1 FROM interview i WHERE i.tenant_id = ${tenantId}::uuid AND i.segment_id = t.id)`,
    sql`EXISTS (SELECT 1 FROM evidence e WHERE e.tenant_id = ${tenantId}::uuid AND ${evidenceNames(id)})`,
    sql`EXISTS (SELECT 1 ${deletedOfSegment(tenantId, sql`${id}::text`)})`,
  ];
}

/** What people have hung on a department since. */
function departmentUses(tenantId: string): Sql[] {
  return [
    sql`t.head_id IS NOT NULL`,
    sql`EXISTS (SELECT 1 FROM department d WHERE d.tenant_id = ${tenantId}::uuid AND d.parent_id = t.id)`,
    sql`EXISTS (SELECT 1 FROM membership_department m WHERE m.tenant_id = ${tenantId}::uuid AND m.department_id = t.id)`,
    sql`EXISTS (SELECT 1 FROM invitation i WHERE i.tenant_id = ${tenantId}::uuid AND t.id = ANY(i.department_ids))`,
    sql`EXISTS (SELECT 1 FROM data_source s WHERE s.tenant_id = ${tenantId}::uuid AND s.owner_department_id = t.id)`,
  ];
}

/** The first line that gives each name; what is tidied away as a whole is none. */
function firstLines(lines: readonly NamedLine[], entity: NamedEntity): Map<string, NamedLine> {
  const first = new Map<string, NamedLine>();
  for (const each of lines) {
    if (each.entity !== entity) continue;
    const key = nameKey(each.name);
    if (key !== "" && !first.has(key)) first.set(key, each);
  }
  return first;
}
