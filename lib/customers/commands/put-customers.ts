import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { knownCustomers } from "#lib/bulk/index.ts";
import type { PutOutcome, PutRow } from "#lib/bulk/types.ts";
import { arrayLiteral } from "#lib/db/array-literal.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { CustomerToWrite } from "../types.ts";
import {
  batchesOf,
  type CustomerBatch,
  withNumbersGiven,
  writtenBatch,
} from "./upsert-customers.ts";
import { countConsentChanges, writeConsents } from "./write-consents.ts";

/** Write customers as `upsertCustomers` does, but for no import: there is no ledger, and what became of each is told. */
export async function putCustomers(
  tx: TenantTx,
  session: Session,
  customers: readonly CustomerToWrite[],
): Promise<PutRow[]> {
  const outcomes = new Map<number, PutOutcome>();
  for (const batch of await batchesOf(tx, session, customers)) {
    for (const { line, outcome } of await putBatch(tx, session, batch)) outcomes.set(line, outcome);
    const changed = await countConsentChanges(tx, session, batch);
    await writeConsents(tx, session, null, batch);
    for (const line of changed)
      if (outcomes.get(line) === "unchanged") outcomes.set(line, "updated");
  }
  const ids = await idsOf(tx, session, customers);
  return customers.map(({ line, externalId }) => ({
    externalId,
    outcome: outcomes.get(line) ?? "unchanged",
    id: ids.get(externalId) ?? "",
  }));
}

async function putBatch(
  tx: TenantTx,
  session: Session,
  given: CustomerBatch,
): Promise<{ line: number; outcome: PutOutcome }[]> {
  const batch = await withNumbersGiven(tx, session, given);
  return tx.$queryRaw`
    WITH ${writtenBatch(session.workspace.id, null, batch, batch.customers.length)}
    SELECT g.line, CASE WHEN w.id IS NULL THEN 'unchanged' WHEN f.id IS NULL THEN 'created' ELSE 'updated' END AS outcome
    FROM given g LEFT JOIN written w ON w.external_id = g.external_id LEFT JOIN former f ON f.external_id = g.external_id`;
}

async function idsOf(
  tx: TenantTx,
  { workspace }: Session,
  customers: readonly CustomerToWrite[],
): Promise<ReadonlyMap<string, string>> {
  const numbers = arrayLiteral(customers.map(({ externalId }) => externalId));
  const rows = await tx.$queryRaw<{ id: string; external_id: string }[]>`
    ${knownCustomers(workspace.id, numbers)}`;
  return new Map(rows.map(({ id, external_id: number }) => [number, id]));
}
