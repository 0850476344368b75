import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";

export type LedgerEntry = { contactHmacs: string[]; erasedAt: string };

/** Write entries of an exported ledger into this one, those that it has not yet; returns how many were new. */
export async function addToLedger(
  tx: TenantTx,
  session: Session,
  entries: readonly LedgerEntry[],
): Promise<number> {
  const known = new Set((await listLedger(tx)).flatMap(({ contactHmacs }) => contactHmacs));
  const missing = entries.filter(
    ({ contactHmacs }) => !contactHmacs.every((each) => known.has(each)),
  );
  if (missing.length === 0) return 0;
  const rows = missing.map(({ contactHmacs, erasedAt }) => ({
    ...{ id: newId(), contactHmacs, erasedAt: new Date(erasedAt) },
    counts: {},
  }));
  await tx.erasure.createMany({ data: rows });
  await recordEvent(tx, session, {
    action: "customer.person_erased",
    object: { type: "customer_list", id: null },
    after: { ledger: missing.length },
  });
  return missing.length;
}

/** Everybody erased in the workspace, by keyed hashes alone. */
export async function listLedger(tx: TenantTx): Promise<LedgerEntry[]> {
  const rows = await tx.erasure.findMany({
    select: { contactHmacs: true, erasedAt: true },
    orderBy: { erasedAt: "asc" },
  });
  return rows.map((row) => ({ ...row, erasedAt: row.erasedAt.toISOString() }));
}
