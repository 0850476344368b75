import "server-only";
import { rowsByNumber } from "#lib/bulk/index.ts";
import { arrayLiteral } from "#lib/db/array-literal.ts";
import { sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { CustomerToWrite } from "../types.ts";

/** A customer who was made from an address alone, so that it is its number, and the number given to it now. */
export type NumberTaker = { id: string; line: number; former: string; number: string };

type Known = { id: string; number: string; email: string | null };

/** Who of those that rows name by a new number and an address is there under the address already. */
export async function findNumberTakers(
  tx: TenantTx,
  tenantId: string,
  customers: readonly CustomerToWrite[],
): Promise<NumberTaker[]> {
  const own = new Set(customers.map(({ externalId }) => externalId));
  const named = new Map<string, CustomerToWrite>();
  for (const customer of customers)
    if (customer.email !== null && !own.has(customer.email) && !named.has(customer.email))
      named.set(customer.email, customer);
  const there = await findByNumber(tx, tenantId, [...named.keys()]);
  const takers = there
    .filter(({ number, email }) => number === email)
    .flatMap(({ id, number: former }) => {
      const row = named.get(former);
      return row ? [{ id, line: row.line, former, number: row.externalId }] : [];
    });
  const numbers = takers.map(({ number }) => number);
  const taken = new Set((await findByNumber(tx, tenantId, numbers)).map(({ number }) => number));
  return takers.filter(({ number }) => !taken.has(number));
}

/** Give them their numbers; who has another by now is left out. */
export async function giveNumbers(
  tx: TenantTx,
  tenantId: string,
  takers: readonly NumberTaker[],
): Promise<NumberTaker[]> {
  if (takers.length === 0) return [];
  const given = await tx.$queryRaw<{ id: string }[]>`
    UPDATE customer c SET external_id = g.number
    FROM unnest(${arrayLiteral(takers.map(({ id }) => id))}::uuid[], ${arrayLiteral(takers.map(({ former }) => former))}::text[],
      ${arrayLiteral(takers.map(({ number }) => number))}::text[]) AS g (id, former, number)
    WHERE c.tenant_id = ${tenantId}::uuid AND c.id = g.id AND c.external_id = g.former
    RETURNING c.id`;
  const ids = new Set(given.map(({ id }) => id));
  return takers.filter(({ id }) => ids.has(id));
}

async function findByNumber(
  tx: TenantTx,
  tenantId: string,
  numbers: readonly string[],
): Promise<Known[]> {
  if (numbers.length === 0) return [];
  const columns = sql`id, external_id AS number, email`;
  const given = { table: sql`customer`, tenantId, numbers: arrayLiteral(numbers) };
  return tx.$queryRaw<Known[]>`${rowsByNumber(given, columns)}`;
}
