import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";

/** A customer as far as it names somebody. `isMerged`: it has no row any more but in the ledger of a merge. */
export type Person = {
  id: string;
  externalId: string;
  name: string | null;
  email: string | null;
  phone: string | null;
  attributes: unknown;
  isMerged: boolean;
};

/**
 * All the numbers of one person, the asked one first: customers with the same address are one person, and so are those
 * whom somebody merged. They are held until the transaction ends; none when there is no such customer.
 */
export async function listPeople(tx: TenantTx, session: Session, id: string): Promise<Person[]> {
  const people = new Map<string, Person>();
  let next = await lockCustomers(tx, session, { ids: [id], emails: [] });
  while (next.length > 0) {
    const found = [...next, ...(await listMerged(tx, session, next))];
    const fresh = found.filter((person) => !people.has(person.id));
    for (const person of fresh) people.set(person.id, person);
    const emails = fresh.flatMap(({ email }) => email?.toLowerCase() ?? []);
    const ids = await listSurvivors(tx, session, emails);
    const linked = await lockCustomers(tx, session, { ids, emails });
    next = linked.filter((person) => !people.has(person.id));
  }
  return [...people.values()];
}

type Contacts = { ids: readonly string[]; emails: readonly string[] };

function lockCustomers(tx: TenantTx, { workspace }: Session, { ids, emails }: Contacts) {
  return tx.$queryRaw<Person[]>`
    SELECT c.id, c.external_id AS "externalId", c.name, c.email, c.phone, c.attributes, false AS "isMerged" FROM customer c
    WHERE c.tenant_id = ${workspace.id}::uuid AND (c.id = ANY(${[...ids]}::uuid[]) OR lower(c.email) = ANY(${[...emails]}::text[]))
    ORDER BY c.id FOR UPDATE`;
}

/** Those who were merged into these. */
function listMerged(tx: TenantTx, { workspace }: Session, into: readonly Person[]) {
  return tx.$queryRaw<Person[]>`
    SELECT m.merged #>> '{customer,id}' AS id, m.merged_external_id AS "externalId", m.merged #>> '{customer,name}' AS name,
      m.merged #>> '{customer,email}' AS email, m.merged #>> '{customer,phone}' AS phone,
      m.merged #> '{customer,attributes}' AS attributes, true AS "isMerged"
    FROM customer_merge m
    WHERE m.tenant_id = ${workspace.id}::uuid AND m.survivor_id = ANY(${into.map(({ id }) => id)}::uuid[])
    ORDER BY m.id`;
}

/** Those into whom somebody with one of these addresses was merged. */
async function listSurvivors(
  tx: TenantTx,
  { workspace }: Session,
  emails: readonly string[],
): Promise<string[]> {
  if (emails.length === 0) return [];
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT m.survivor_id AS id FROM customer_merge m
    WHERE m.tenant_id = ${workspace.id}::uuid AND lower(m.merged #>> '{customer,email}') = ANY(${[...emails]}::text[])`;
  return rows.map(({ id }) => id);
}
