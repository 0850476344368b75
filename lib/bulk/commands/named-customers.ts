import "server-only";
import { isNumberHidden } from "#lib/auth/shown-number.ts";
import type { Session } from "#lib/auth/types.ts";
import { arrayLiteral } from "#lib/db/array-literal.ts";
import { isId } from "#lib/db/is-id.ts";
import { newIds } from "#lib/db/new-ids.ts";
import { sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { rowsByNumber } from "../queries/by-number.ts";

/** A customer as a line of a file names it: by number, and by address where that is known. */
export type NamedCustomer = { line: number; externalId: string; email: string | null };

/**
 * Make the customers that lines name and nobody knows yet, and enter them into the ledger of the import, where it is one
 * that makes them.
 *
 * @returns how many were entered there
 */
export async function createNamedCustomers(
  tx: TenantTx,
  { workspace }: Session,
  importId: string | null,
  named: readonly NamedCustomer[],
): Promise<number> {
  const first = new Map<string, NamedCustomer>();
  for (const each of named) if (!first.has(each.externalId)) first.set(each.externalId, each);
  if (first.size === 0) return 0;
  const externalIds = arrayLiteral([...first.keys()]);
  const emails = arrayLiteral([...first.values()].map(({ email }) => email));
  const lines = arrayLiteral([...first.values()].map(({ line }) => line));
  const ids = arrayLiteral(newIds(first.size));
  return tx.$executeRaw`
    WITH given AS (
      SELECT * FROM unnest(${ids}::uuid[], ${externalIds}::text[], ${emails}::text[], ${lines}::int[])
        AS g (id, external_id, email, line)
    ), known AS MATERIALIZED (
      ${knownCustomers(workspace.id, externalIds)}
    ), made AS (
      INSERT INTO customer (tenant_id, id, external_id, email, created_import_id)
      SELECT ${workspace.id}::uuid, g.id, g.external_id, g.email, ${importId}::uuid FROM given g
      WHERE NOT EXISTS (SELECT 1 FROM known k WHERE k.external_id = g.external_id)
      ON CONFLICT (tenant_id, external_id) DO NOTHING
      RETURNING id, external_id
    )
    INSERT INTO import_row (tenant_id, import_id, line, entity, row_id, action)
    SELECT ${workspace.id}::uuid, ${importId}::uuid, g.line, 'customer', m.id, 'created'
    FROM made m JOIN given g ON g.external_id = m.external_id WHERE ${importId}::uuid IS NOT NULL`;
}

/** Whom addresses stand for: the number of one customer each; `shared` are those that several have. */
export type FoundByEmail = {
  numbers: ReadonlyMap<string, string>;
  shared: ReadonlySet<string>;
};

/**
 * The numbers of the customers with these addresses, in lower case. Beside one who has a number, whoever has the address
 * alone does not count; of two who have numbers nobody can say which is meant.
 */
export async function findNumbersByEmail(
  tx: TenantTx,
  { workspace }: Session,
  emails: readonly string[],
): Promise<FoundByEmail> {
  if (emails.length === 0) return { numbers: new Map(), shared: new Set() };
  const rows = await tx.$queryRaw<{ email: string; number: string; isShared: boolean }[]>`
    SELECT email, (array_agg(external_id ORDER BY external_id = email, id))[1] AS number,
      count(*) FILTER (WHERE external_id <> email) > 1 AS "isShared"
    FROM customer WHERE tenant_id = ${workspace.id}::uuid AND email = ANY(${arrayLiteral(emails)}::text[])
    GROUP BY email`;
  const own = rows.filter(({ isShared }) => !isShared);
  return {
    numbers: new Map(own.map(({ email, number }) => [email, number])),
    shared: new Set(rows.filter(({ isShared }) => isShared).map(({ email }) => email)),
  };
}

/** Why a row that names a customer by such an address is not taken. */
export const SHARED_EMAIL =
  "Two or more customers have this address. Give the customer's number, or merge them first.";

/** Which of these numbers are customers', or were merged into one. */
export async function findKnownNumbers(
  tx: TenantTx,
  { workspace }: Session,
  numbers: readonly string[],
): Promise<ReadonlySet<string>> {
  if (numbers.length === 0) return new Set();
  const rows = await tx.$queryRaw<{ external_id: string }[]>`
    ${knownCustomers(workspace.id, arrayLiteral(numbers))}`;
  return new Set(rows.map(({ external_id: number }) => number));
}

/**
 * The customers of a number: its own, and into whom one of that number was merged; of an id, which stands for the number
 * where that is not shown, that one.
 */
export async function findCustomerIds(
  tx: TenantTx,
  session: Session,
  number: string,
): Promise<string[]> {
  if (isNumberHidden(session, number)) return [];
  const found = await tx.$queryRaw<{ id: string }[]>`
    ${knownCustomers(session.workspace.id, arrayLiteral([number.replaceAll("\0", "")]))}`;
  return [...(isId(number) ? [number] : []), ...found.map(({ id }) => id)];
}

/** Customers by their numbers, and those into whom a customer of that number was merged. */
export function knownCustomers(tenantId: string, numbers: string) {
  // Merges are few: all of a workspace are read sooner than each number is looked up.
  return sql`
    ${rowsByNumber({ table: sql`customer`, tenantId, numbers }, sql`id, external_id`)}
    UNION ALL
    SELECT survivor_id, merged_external_id FROM customer_merge
    WHERE tenant_id = ${tenantId}::uuid AND merged_external_id = ANY(${numbers}::text[])`;
}
