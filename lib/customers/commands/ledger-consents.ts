import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { LedgerConsent } from "../merge-ledger.ts";

/** A customer's consents as the ledger of a merge keeps them. */
export async function readLedgerConsents(
  tx: TenantTx,
  { workspace }: Session,
  customerId: string,
): Promise<LedgerConsent[]> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT s.purpose, s.state, s.lawful_basis, s.source, s.recorded_at::text AS recorded_at, s.recorded_by, s.import_id
    FROM customer_consent s WHERE s.tenant_id = ${workspace.id}::uuid AND s.customer_id = ${customerId}::uuid
    ORDER BY s.purpose`;
  return rows.map((row) => LedgerConsent.parse(row));
}

/** Make these the consents of a customer, and no others. */
export async function writeLedgerConsents(
  tx: TenantTx,
  { workspace }: Session,
  customerId: string,
  consents: readonly LedgerConsent[],
): Promise<void> {
  await tx.customerConsent.deleteMany({ where: { customerId } });
  await tx.$executeRaw`
    INSERT INTO customer_consent (tenant_id, customer_id, purpose, state, lawful_basis, source, recorded_at, recorded_by, import_id)
    SELECT ${workspace.id}::uuid, ${customerId}::uuid, r.purpose, r.state, r.lawful_basis, r.source, r.recorded_at, r.recorded_by,
      r.import_id
    FROM jsonb_to_recordset(${JSON.stringify(consents)}::jsonb) AS r (purpose text, state text, lawful_basis text,
      source text, recorded_at timestamptz, recorded_by uuid, import_id uuid)`;
}
