import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { arrayLiteral } from "#lib/db/array-literal.ts";
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

/** `fillsOnly` leaves what is recorded already as it is; but an objection under a merged number holds. */
type Batch = { customers: readonly CustomerToWrite[]; fillsOnly: boolean };

/**
 * Record what rows of an import say about purposes and enter the former consents into its ledger, as `consents` beside
 * the other former values. What is recorded already is not touched. Rows of no import have no ledger.
 *
 * @returns how many of the rows changed nothing else; 0 without a ledger
 */
export async function writeConsents(
  tx: TenantTx,
  session: Session,
  importId: string | null,
  batch: Batch,
): Promise<number> {
  const given = givenConsents(session, batch);
  if (!given) return 0;
  const tenantId = session.workspace.id;
  const [{ count }] = await tx.$queryRaw<[{ count: number }]>`
    WITH ${given}, former AS MATERIALIZED (
      SELECT d.line, d.customer_id, ${formerConsents(tenantId, sql`c`)} || ${ifSurvivor(tenantId, sql`c`, formerValues(sql`c`))}
        || ${formerMarks(sql`c`, importId)} AS before
      FROM (SELECT DISTINCT line, customer_id FROM differing) d
      JOIN customer c ON c.tenant_id = ${tenantId}::uuid AND c.id = d.customer_id
    ), written AS (
      INSERT INTO customer_consent AS s (tenant_id, customer_id, purpose, state, lawful_basis, source, import_id)
      SELECT ${tenantId}::uuid, d.customer_id, d.purpose, d.state, d.lawful_basis, ${importId === null ? "api" : "import"}, ${importId}::uuid FROM differing d
      ON CONFLICT (tenant_id, customer_id, purpose) DO UPDATE SET state = excluded.state, lawful_basis = excluded.lawful_basis,
        source = excluded.source, import_id = excluded.import_id, recorded_at = now(), recorded_by = NULL
    ), touched AS (
      UPDATE customer c SET changed_import_id = coalesce(${importId}::uuid, c.changed_import_id), updated_at = ${writtenAt(sql`c`, importId)} FROM former f
      WHERE c.tenant_id = ${tenantId}::uuid AND c.id = f.customer_id AND (${importId}::uuid IS NULL OR c.created_import_id IS DISTINCT FROM ${importId}::uuid)
    ), ledger AS (
      INSERT INTO import_row AS r (tenant_id, import_id, line, entity, row_id, action, before)
      SELECT ${tenantId}::uuid, ${importId}::uuid, f.line, 'customer', f.customer_id, 'updated', f.before FROM former f
      WHERE ${importId}::uuid IS NOT NULL
      -- What the row had before its other values changed is in the ledger already.
      ON CONFLICT (tenant_id, import_id, line, entity, row_id) DO UPDATE SET before = excluded.before || r.before
        WHERE r.tenant_id = ${tenantId}::uuid
      RETURNING xmax = 0 AS is_new
    )
    SELECT count(*) FILTER (WHERE is_new)::int AS count FROM ledger`;
  return count;
}

/** The lines whose consents `writeConsents` would change, of customers who are there. */
export async function countConsentChanges(
  tx: TenantTx,
  session: Session,
  batch: Batch,
): Promise<number[]> {
  const given = givenConsents(session, batch);
  if (!given) return [];
  const rows = await tx.$queryRaw<
    { line: number }[]
  >`WITH ${given} SELECT DISTINCT line FROM differing`;
  return rows.map(({ line }) => line);
}

/** The consents that say something else than what is recorded; null where the rows say nothing of the kind. */
function givenConsents({ workspace }: Session, { customers, fillsOnly }: Batch): Sql | null {
  const all = customers.flatMap(({ line, externalId, consents }) =>
    consents.map((consent) => ({ line, externalId, ...consent })),
  );
  if (all.length === 0) return null;
  const column = (name: "externalId" | "purpose" | "state" | "lawfulBasis") =>
    arrayLiteral(all.map((each) => each[name]));
  const lines = arrayLiteral(all.map(({ line }) => line));
  return sql`differing AS MATERIALIZED (
      SELECT g.line, c.id AS customer_id, g.purpose, g.state, g.lawful_basis
      FROM unnest(${lines}::int[], ${column("externalId")}::text[], ${column("purpose")}::text[], ${column("state")}::text[],
        ${column("lawfulBasis")}::text[]) AS g (line, external_id, purpose, state, lawful_basis)
      JOIN customer c ON c.tenant_id = ${workspace.id}::uuid AND c.external_id = g.external_id
      LEFT JOIN customer_consent s ON s.tenant_id = ${workspace.id}::uuid AND s.customer_id = c.id AND s.purpose = g.purpose
      WHERE (s.state, s.lawful_basis) IS DISTINCT FROM (g.state, g.lawful_basis) AND (s.purpose IS NULL OR g.state = 'withdrawn' OR NOT ${fillsOnly}::boolean)
    )`;
}
