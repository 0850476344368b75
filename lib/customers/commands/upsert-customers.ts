import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { arrayLiteral } from "#lib/db/array-literal.ts";
import { newIds } from "#lib/db/new-ids.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";

/** A customer as an import or the API hands it over. null and missing attributes leave what is stored. */
export type CustomerToWrite = {
  /** Line of the file, for the ledger */
  line: number;
  externalId: string;
  email: string | null;
  name: string | null;
  /** YYYY-MM-DD */
  registeredOn: string | null;
  attributes: Readonly<Record<string, string>>;
};

type Counts = { created: number; updated: number };

/**
 * Write customers by their number and enter what was made or changed, with its former values, into the ledger of the
 * import. External ids must be unique within `customers`. A row equal to what is stored is not touched.
 */
export async function upsertCustomers(
  tx: TenantTx,
  session: Session,
  importId: string,
  customers: readonly CustomerToWrite[],
): Promise<Counts> {
  if (customers.length === 0) return { created: 0, updated: 0 };
  const tenantId = session.workspace.id;
  const columns = columnsOf(customers);
  const ids = arrayLiteral(newIds(customers.length));
  const lines = arrayLiteral(customers.map(({ line }) => line));
  const [counts] = await tx.$queryRaw<[Counts]>`
    WITH given AS (
      SELECT * FROM unnest(${ids}::uuid[], ${lines}::int[], ${columns.externalId}::text[], ${columns.email}::text[],
        ${columns.name}::text[], ${columns.registeredOn}::date[], ${columns.attributes}::jsonb[])
        AS g (id, line, external_id, email, name, registered_on, attributes)
    ), former AS MATERIALIZED (
      SELECT * FROM customer WHERE tenant_id = ${tenantId}::uuid AND external_id = ANY(${columns.externalId}::text[])
    ), written AS (
      INSERT INTO customer AS c (tenant_id, id, external_id, email, name, registered_on, attributes, created_at, updated_at,
        created_import_id)
      SELECT ${tenantId}::uuid, g.id, g.external_id, g.email, g.name, g.registered_on, g.attributes, now(), now(),
        ${importId}::uuid
      FROM given g
      ON CONFLICT (tenant_id, external_id) DO UPDATE SET email = coalesce(excluded.email, c.email),
        name = coalesce(excluded.name, c.name), registered_on = coalesce(excluded.registered_on, c.registered_on),
        attributes = c.attributes || excluded.attributes, updated_at = excluded.updated_at,
        changed_import_id = excluded.created_import_id
      WHERE c.tenant_id = ${tenantId}::uuid AND (c.email, c.name, c.registered_on, c.attributes) IS DISTINCT FROM
        (coalesce(excluded.email, c.email), coalesce(excluded.name, c.name),
         coalesce(excluded.registered_on, c.registered_on), c.attributes || excluded.attributes)
      RETURNING c.id, c.external_id
    ), ledger AS (
      INSERT INTO import_row (tenant_id, import_id, line, entity, row_id, action, before)
      SELECT ${tenantId}::uuid, ${importId}::uuid, g.line, 'customer', w.id,
        CASE WHEN f.id IS NULL THEN 'created' ELSE 'updated' END,
        CASE WHEN f.id IS NOT NULL THEN jsonb_build_object('email', f.email, 'name', f.name,
          'registered_on', f.registered_on, 'attributes', f.attributes, 'changed_import_id', f.changed_import_id,
          'updated_at', f.updated_at) END
      FROM written w JOIN given g ON g.external_id = w.external_id LEFT JOIN former f ON f.external_id = w.external_id
      RETURNING action
    )
    SELECT count(*) FILTER (WHERE action = 'created')::int AS created,
      count(*) FILTER (WHERE action = 'updated')::int AS updated
    FROM ledger`;
  return counts;
}

/** What `upsertCustomers` would do, without doing it. */
export async function countCustomerChanges(
  tx: TenantTx,
  session: Session,
  customers: readonly CustomerToWrite[],
): Promise<Counts> {
  if (customers.length === 0) return { created: 0, updated: 0 };
  const tenantId = session.workspace.id;
  const columns = columnsOf(customers);
  const [counts] = await tx.$queryRaw<[Counts]>`
    WITH given AS (
      SELECT * FROM unnest(${columns.externalId}::text[], ${columns.email}::text[], ${columns.name}::text[],
        ${columns.registeredOn}::date[], ${columns.attributes}::jsonb[])
        AS g (external_id, email, name, registered_on, attributes)
    ), former AS MATERIALIZED (
      SELECT * FROM customer WHERE tenant_id = ${tenantId}::uuid AND external_id = ANY(${columns.externalId}::text[])
    )
    SELECT count(*) FILTER (WHERE f.id IS NULL)::int AS created,
      count(*) FILTER (WHERE f.id IS NOT NULL AND (f.email, f.name, f.registered_on, f.attributes) IS DISTINCT FROM
        (coalesce(g.email, f.email), coalesce(g.name, f.name), coalesce(g.registered_on, f.registered_on),
         f.attributes || g.attributes))::int AS updated
    FROM given g LEFT JOIN former f ON f.external_id = g.external_id`;
  return counts;
}

function columnsOf(customers: readonly CustomerToWrite[]) {
  return {
    externalId: arrayLiteral(customers.map(({ externalId }) => externalId)),
    email: arrayLiteral(customers.map(({ email }) => email)),
    name: arrayLiteral(customers.map(({ name }) => name)),
    registeredOn: arrayLiteral(customers.map(({ registeredOn }) => registeredOn)),
    attributes: arrayLiteral(customers.map(({ attributes }) => JSON.stringify(attributes))),
  };
}
