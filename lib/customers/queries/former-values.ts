import "server-only";
import { type Sql, sql } from "#lib/db/sql.ts";

/** The values of a customer as the ledger of an import keeps them, by the name of its row. */
export function formerValues(row: Sql): Sql {
  return sql`jsonb_build_object('email', ${row}.email, 'name', ${row}.name, 'phone', ${row}.phone,
    'registered_on', ${row}.registered_on, 'attributes', ${row}.attributes)`;
}

/** Who wrote a customer last before an import does, and when; and when the import does, so that Undo sees what came after. */
export function formerMarks(row: Sql, importId: string | null): Sql {
  return sql`jsonb_build_object('changed_import_id', ${row}.changed_import_id, 'updated_at', ${row}.updated_at,
    'written_at', ${writtenAt(row, importId)})`;
}

/**
 * When an import writes a customer: the first time counts that it does. What somebody has written between two lines of one
 * file is then still seen.
 */
export function writtenAt(row: Sql, importId: string | null): Sql {
  return sql`CASE WHEN coalesce(${row}.changed_import_id, ${row}.created_import_id) = ${importId}::uuid THEN ${row}.updated_at
    ELSE now()::timestamptz(3) END`;
}

/** Its consents as the ledger keeps them: an object of one list. */
export function formerConsents(tenantId: string, row: Sql): Sql {
  return sql`jsonb_build_object('consents', (SELECT coalesce(jsonb_agg(jsonb_build_object('purpose', s.purpose, 'state', s.state,
      'lawful_basis', s.lawful_basis, 'source', s.source, 'recorded_at', s.recorded_at, 'recorded_by', s.recorded_by,
      'import_id', s.import_id)), '[]')
    FROM customer_consent s WHERE s.tenant_id = ${tenantId}::uuid AND s.customer_id = ${row}.id))`;
}

/**
 * `content` where others were merged into a customer, else nothing: a file may name it twice, under two numbers, and only
 * the first line holds what Undo gives back, so that line needs everything.
 */
export function ifSurvivor(tenantId: string, row: Sql, content: Sql): Sql {
  return sql`CASE WHEN EXISTS (SELECT 1 FROM customer_merge m WHERE m.tenant_id = ${tenantId}::uuid AND m.survivor_id = ${row}.id)
    THEN ${content} ELSE '{}' END`;
}
