import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { knownCustomers, rowsByNumber } from "#lib/bulk/index.ts";
import type { ExpectedCounts, WrittenCounts } from "#lib/bulk/types.ts";
import { arrayLiteral } from "#lib/db/array-literal.ts";
import { newIds } from "#lib/db/new-ids.ts";
import { type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { ReturnToWrite } from "../types.ts";

/**
 * Write what came back from known customers and enter it, with former values, into the ledger of the import. It counts
 * against no order before `matchReturns` has found one; a changed return is matched anew.
 */
export async function upsertReturns(
  tx: TenantTx,
  { workspace }: Session,
  importId: string,
  returns: readonly ReturnToWrite[],
): Promise<WrittenCounts> {
  if (returns.length === 0) return { created: 0, updated: 0 };
  const tenantId = workspace.id;
  const given = givenReturns(returns);
  const [counts] = await tx.$queryRaw<[WrittenCounts]>`
    WITH ${given.rows}, known AS MATERIALIZED (${knownCustomers(tenantId, given.customers)}), former AS MATERIALIZED (
      ${rowsByNumber({ table: sql`order_return`, tenantId, numbers: given.numbers })}
    ), written AS (
      INSERT INTO order_return AS r (tenant_id, id, external_id, customer_id, number, return_of, returned_on, amount_minor,
        currency, quantity, product_code, changed_import_id)
      SELECT ${tenantId}::uuid, g.id, g.external_id, k.id, g.number, g.return_of, g.returned_on, g.amount_minor, g.currency,
        g.quantity, g.product_code, ${importId}::uuid
      FROM given g LEFT JOIN known k ON k.external_id = g.customer
      ON CONFLICT (tenant_id, external_id) DO UPDATE SET customer_id = excluded.customer_id, number = excluded.number,
        return_of = coalesce(excluded.return_of, r.return_of), returned_on = excluded.returned_on, amount_minor = excluded.amount_minor,
        currency = excluded.currency, quantity = coalesce(excluded.quantity, r.quantity), product_code = coalesce(excluded.product_code, r.product_code), order_id = NULL,
        left_order_id = coalesce(r.order_id, r.left_order_id),
        changed_import_id = excluded.changed_import_id
      WHERE r.tenant_id = ${tenantId}::uuid AND ${differs(sql`r`, sql`excluded`, sql`excluded.customer_id`)}
      RETURNING r.id, r.external_id
    ), ledger AS (
      INSERT INTO import_row (tenant_id, import_id, line, entity, row_id, action, before)
      SELECT ${tenantId}::uuid, ${importId}::uuid, g.line, 'order_return', w.id,
        CASE WHEN f.id IS NULL THEN 'created' ELSE 'updated' END,
        CASE WHEN f.id IS NOT NULL THEN to_jsonb(f) - '{tenant_id,id,external_id}'::text[] END
      FROM written w JOIN given g ON g.external_id = w.external_id LEFT JOIN former f ON f.external_id = w.external_id
      RETURNING action
    )
    SELECT count(*) FILTER (WHERE action = 'created')::int AS created,
      count(*) FILTER (WHERE action = 'updated')::int AS updated
    FROM ledger`;
  return counts;
}

/** What `upsertReturns` would do, without doing it; customers that do not exist yet by their numbers. */
export async function countReturnChanges(
  tx: TenantTx,
  { workspace }: Session,
  returns: readonly ReturnToWrite[],
): Promise<ExpectedCounts> {
  if (returns.length === 0) return { created: 0, updated: 0, unknownCustomers: [] };
  const tenantId = workspace.id;
  const given = givenReturns(returns);
  const [counts] = await tx.$queryRaw<[ExpectedCounts]>`
    WITH ${given.rows}, known AS MATERIALIZED (${knownCustomers(tenantId, given.customers)}), former AS MATERIALIZED (
      ${rowsByNumber({ table: sql`order_return`, tenantId, numbers: given.numbers })}
    )
    SELECT count(*) FILTER (WHERE f.id IS NULL)::int AS created,
      count(*) FILTER (WHERE f.id IS NOT NULL AND ${differs(sql`f`, sql`g`, sql`k.id`)})::int AS updated,
      coalesce(array_agg(DISTINCT g.customer) FILTER (WHERE k.external_id IS NULL), '{}') AS "unknownCustomers"
    FROM given g LEFT JOIN former f ON f.external_id = g.external_id LEFT JOIN known k ON k.external_id = g.customer`;
  return counts;
}

function differs(stored: Sql, given: Sql, customerId: Sql): Sql {
  return sql`(${stored}.customer_id, ${stored}.number, ${stored}.return_of, ${stored}.returned_on, ${stored}.amount_minor,
      ${stored}.currency, ${stored}.quantity, ${stored}.product_code)
    IS DISTINCT FROM (${customerId}, ${given}.number, coalesce(${given}.return_of, ${stored}.return_of), ${given}.returned_on,
      ${given}.amount_minor, ${given}.currency, coalesce(${given}.quantity, ${stored}.quantity),
      coalesce(${given}.product_code, ${stored}.product_code))`;
}

function givenReturns(returns: readonly ReturnToWrite[]) {
  const column = (of: (row: ReturnToWrite) => string | number | null) =>
    arrayLiteral(returns.map(of));
  const numbers = column(({ externalId }) => externalId);
  const customers = column((row) => row.customerExternalId);
  return {
    rows: sql`given AS (
      SELECT * FROM unnest(${arrayLiteral(newIds(returns.length))}::uuid[], ${column(({ line }) => line)}::int[],
        ${numbers}::text[], ${customers}::text[], ${column(({ number }) => number)}::text[],
        ${column((row) => row.returnOf)}::text[], ${column(({ returnedOn }) => returnedOn)}::date[],
        ${column(({ amountMinor }) => amountMinor)}::bigint[], ${column(({ currency }) => currency)}::text[],
        ${column(({ quantity }) => quantity)}::int[], ${column(({ productCode }) => productCode)}::text[])
        AS g (id, line, external_id, customer, number, return_of, returned_on, amount_minor, currency, quantity, product_code))`,
    numbers,
    customers,
  };
}
