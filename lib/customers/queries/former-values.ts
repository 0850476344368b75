import "server-only";
import { type Sql, sql } from "#lib/db/sql.ts";

/** The values of a customer as the ledger of an import keeps them, by the name of its row. */
export function formerValues(row: Sql): Sql {
  return sql`jsonb_build_object('email', ${row}.email, 'name', ${row}.name, 'phone', ${row}.phone,
    'registered_on', ${row}.registered_on, 'attributes', ${row}.attributes)`;
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
