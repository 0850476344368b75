import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { formerRows, lockNumbers, refuseUnseen, rowsByNumber } from "#lib/bulk/index.ts";
import { arrayLiteral } from "#lib/db/array-literal.ts";
import { newIds } from "#lib/db/new-ids.ts";
import { type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import {
  formerConsents,
  formerMarks,
  formerValues,
  ifSurvivor,
  writtenAt,
} from "../queries/former-values.ts";
import type { CustomerToWrite } from "../types.ts";
import { findNumberTakers, giveNumbers, type NumberTaker } from "./take-numbers.ts";
import { countConsentChanges, writeConsents } from "./write-consents.ts";

type Counts = { created: number; updated: number };

/**
 * Write customers by their number and enter what was made or changed, with its former values, into the ledger of the
 * import. External ids must be unique within `customers`. A row equal to what is stored is not touched. The number of a
 * customer that was merged into another fills what the other has not, and changes nothing else of it. A new number with the
 * address of somebody who has none but that address becomes theirs.
 */
export async function upsertCustomers(
  tx: TenantTx,
  session: Session,
  importId: string,
  customers: readonly CustomerToWrite[],
): Promise<Counts> {
  const total = { created: 0, updated: 0 };
  for (const batch of await batchesOf(tx, session, customers)) {
    const written = await writeBatch(tx, session, importId, batch);
    const consents = await writeConsents(tx, session, importId, batch);
    total.created += written.created;
    total.updated += written.updated + consents;
  }
  return total;
}

/** What `upsertCustomers` would do, without doing it. */
export async function countCustomerChanges(
  tx: TenantTx,
  session: Session,
  customers: readonly CustomerToWrite[],
): Promise<Counts> {
  const total = { created: 0, updated: 0 };
  for (const batch of await batchesOf(tx, session, customers)) {
    const { created, changed } = await compareBatch(tx, session, batch);
    const consents = await countConsentChanges(tx, session, batch);
    total.created += created;
    total.updated += new Set([...changed, ...consents]).size;
  }
  return total;
}

/** Rows to write at once; those of `fillsOnly` change nothing that is there. */
export type CustomerBatch = {
  customers: readonly CustomerToWrite[];
  fillsOnly: boolean;
  /** Those who have just got their numbers; they count as changed */
  takers?: readonly NumberTaker[];
};

/** Those under their own number at once; then, one batch for each time that a survivor is meant, the merged ones. */
export async function batchesOf(
  tx: TenantTx,
  session: Session,
  customers: readonly CustomerToWrite[],
): Promise<CustomerBatch[]> {
  if (customers.length === 0) return [];
  const survivors = await findSurvivors(tx, session, customers);
  const own = customers.filter(({ externalId }) => !survivors.has(externalId));
  const rounds = new Map<string, number>();
  const merged: CustomerToWrite[][] = [];
  for (const customer of customers) {
    const externalId = survivors.get(customer.externalId);
    if (externalId === undefined) continue;
    const round = rounds.get(externalId) ?? 0;
    rounds.set(externalId, round + 1);
    merged[round] = [...(merged[round] ?? []), { ...customer, externalId }];
  }
  return [
    ...(own.length > 0 ? [{ customers: own, fillsOnly: false }] : []),
    ...merged.map((batch) => ({ customers: batch, fillsOnly: true })),
  ];
}

/** The numbers of the survivors by the numbers of those merged into them. */
async function findSurvivors(
  tx: TenantTx,
  session: Session,
  customers: readonly CustomerToWrite[],
): Promise<Map<string, string>> {
  const numbers = arrayLiteral(customers.map(({ externalId }) => externalId));
  const tenantId = session.workspace.id;
  const rows = await tx.$queryRaw<{ merged: string; survivor: string }[]>`
    SELECT m.merged_external_id AS merged, c.external_id AS survivor
    FROM customer_merge m JOIN customer c ON c.tenant_id = ${tenantId}::uuid AND c.id = m.survivor_id
    WHERE m.tenant_id = ${tenantId}::uuid AND m.merged_external_id = ANY(${numbers}::text[])`;
  return new Map(rows.map(({ merged, survivor }) => [merged, survivor]));
}

/** The values a customer has after a row: `stored` and `given` name the two. */
function valuesAfter(stored: Sql, given: Sql, fillsOnly: boolean) {
  const [first, second] = fillsOnly ? [stored, given] : [given, stored];
  return {
    email: sql`coalesce(${first}.email, ${second}.email)`,
    name: sql`coalesce(${first}.name, ${second}.name)`,
    phone: sql`coalesce(${first}.phone, ${second}.phone)`,
    registeredOn: sql`coalesce(${first}.registered_on, ${second}.registered_on)`,
    attributes: sql`${second}.attributes || ${first}.attributes`,
  };
}

/** A batch whose numbers are given to those who had none but their address. */
export async function withNumbersGiven(
  tx: TenantTx,
  { workspace }: Session,
  batch: CustomerBatch,
): Promise<CustomerBatch> {
  if (batch.fillsOnly) return batch;
  const takers = await findNumberTakers(tx, workspace.id, batch.customers);
  return { ...batch, takers: await giveNumbers(tx, workspace.id, takers) };
}

async function writeBatch(
  tx: TenantTx,
  session: Session,
  importId: string,
  given: CustomerBatch,
): Promise<Counts> {
  const tenantId = session.workspace.id;
  const batch = await withNumbersGiven(tx, session, given);
  const numbers = arrayLiteral(batch.customers.map(({ externalId }) => externalId));
  const held = await lockNumbers(tx, { table: sql`customer`, tenantId, numbers });
  const [{ unseen, ...counts }] = await tx.$queryRaw<[Counts & { unseen: number }]>`
    WITH ${writtenBatch(tenantId, importId, batch, held)}, ledger AS (
      INSERT INTO import_row (tenant_id, import_id, line, entity, row_id, action, before)
      SELECT ${tenantId}::uuid, ${importId}::uuid, g.line, 'customer', w.id,
        CASE WHEN f.id IS NULL THEN 'created' ELSE 'updated' END,
        CASE WHEN f.id IS NOT NULL THEN ${formerValues(sql`f`)} || ${ifSurvivor(tenantId, sql`f`, formerConsents(tenantId, sql`f`))}
          || ${formerMarks(sql`f`, importId)} || ${formerNumber(batch)} END
      FROM written w JOIN given g ON g.external_id = w.external_id LEFT JOIN former f ON f.external_id = w.external_id
      RETURNING action, row_id
    )
    SELECT count(*) FILTER (WHERE action = 'created')::int AS created,
      count(*) FILTER (WHERE action = 'updated')::int AS updated,
      count(*) FILTER (WHERE action = 'created' AND g.id IS NULL)::int AS unseen
    FROM ledger l LEFT JOIN given g ON g.id = l.row_id`;
  refuseUnseen(unseen);
  return counts;
}

/**
 * The statement that writes: `given`, what was there before as `former` (nothing where none is `held`), and what was made or
 * changed as `written`.
 */
export function writtenBatch(
  tenantId: string,
  importId: string | null,
  { customers, fillsOnly, takers = [] }: CustomerBatch,
  held: number,
): Sql {
  const takerIds = arrayLiteral(takers.map(({ id }) => id));
  const columns = columnsOf(customers);
  const ids = arrayLiteral(newIds(customers.length));
  const lines = arrayLiteral(customers.map(({ line }) => line));
  const after = valuesAfter(sql`c`, sql`excluded`, fillsOnly);
  return sql`given AS (
      SELECT * FROM unnest(${ids}::uuid[], ${lines}::int[], ${columns.externalId}::text[], ${columns.email}::text[],
        ${columns.name}::text[], ${columns.phone}::text[], ${columns.registeredOn}::date[], ${columns.attributes}::jsonb[])
        AS g (id, line, external_id, email, name, phone, registered_on, attributes)
    ), former AS MATERIALIZED (
      ${formerRows({ table: sql`customer`, tenantId, numbers: columns.externalId }, held)}
    ), written AS (
      INSERT INTO customer AS c (tenant_id, id, external_id, email, name, phone, registered_on, attributes, created_at,
        updated_at, created_import_id)
      SELECT ${tenantId}::uuid, g.id, g.external_id, g.email, g.name, g.phone, g.registered_on, g.attributes, now(),
        now(), ${importId}::uuid
      FROM given g
      ON CONFLICT (tenant_id, external_id) DO UPDATE SET email = ${after.email}, name = ${after.name}, phone = ${after.phone},
        registered_on = ${after.registeredOn}, attributes = ${after.attributes}, updated_at = ${writtenAt(sql`c`, importId)},
        changed_import_id = coalesce(excluded.created_import_id, c.changed_import_id)
      WHERE c.tenant_id = ${tenantId}::uuid AND (c.id = ANY(${takerIds}::uuid[])
        OR (c.email, c.name, c.phone, c.registered_on, c.attributes) IS DISTINCT FROM
          (${after.email}, ${after.name}, ${after.phone}, ${after.registeredOn}, ${after.attributes}))
      RETURNING c.id, c.external_id
    )`;
}

/** The number of before of those who have just got theirs. */
function formerNumber({ takers = [] }: CustomerBatch): Sql {
  if (takers.length === 0) return sql`'{}'::jsonb`;
  const ids = arrayLiteral(takers.map(({ id }) => id));
  const formers = arrayLiteral(takers.map(({ former }) => former));
  return sql`coalesce((SELECT jsonb_build_object('external_id', k.former)
    FROM unnest(${ids}::uuid[], ${formers}::text[]) AS k (id, former) WHERE k.id = f.id), '{}')`;
}

/** How many are new, and the lines that change one who is there. */
async function compareBatch(
  tx: TenantTx,
  session: Session,
  { customers, fillsOnly }: CustomerBatch,
): Promise<{ created: number; changed: number[] }> {
  const tenantId = session.workspace.id;
  const columns = columnsOf(customers);
  const lines = arrayLiteral(customers.map(({ line }) => line));
  const after = valuesAfter(sql`f`, sql`g`, fillsOnly);
  const [found] = await tx.$queryRaw<[{ created: number; changed: number[] }]>`
    WITH given AS (
      SELECT * FROM unnest(${lines}::int[], ${columns.externalId}::text[], ${columns.email}::text[], ${columns.name}::text[],
        ${columns.phone}::text[], ${columns.registeredOn}::date[], ${columns.attributes}::jsonb[])
        AS g (line, external_id, email, name, phone, registered_on, attributes)
    ), former AS MATERIALIZED (
      ${rowsByNumber({ table: sql`customer`, tenantId, numbers: columns.externalId })}
    )
    SELECT count(*) FILTER (WHERE f.id IS NULL)::int AS created,
      coalesce(array_agg(g.line) FILTER (WHERE f.id IS NOT NULL AND
        (f.email, f.name, f.phone, f.registered_on, f.attributes) IS DISTINCT FROM
        (${after.email}, ${after.name}, ${after.phone}, ${after.registeredOn}, ${after.attributes})), '{}') AS changed
    FROM given g LEFT JOIN former f ON f.external_id = g.external_id`;
  const takers = fillsOnly ? [] : await findNumberTakers(tx, tenantId, customers);
  return {
    created: found.created - takers.length,
    changed: [...found.changed, ...takers.map(({ line }) => line)],
  };
}

function columnsOf(customers: readonly CustomerToWrite[]) {
  return {
    externalId: arrayLiteral(customers.map(({ externalId }) => externalId)),
    email: arrayLiteral(customers.map(({ email }) => email)),
    name: arrayLiteral(customers.map(({ name }) => name)),
    phone: arrayLiteral(customers.map(({ phone }) => phone)),
    registeredOn: arrayLiteral(customers.map(({ registeredOn }) => registeredOn)),
    attributes: arrayLiteral(customers.map(({ attributes }) => JSON.stringify(attributes))),
  };
}
