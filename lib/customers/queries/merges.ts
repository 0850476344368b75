import "server-only";
import { findMemberNames } from "#lib/audit/index.ts";
import { shownNumber } from "#lib/auth/shown-number.ts";
import { mayReadPersonalData, type Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { MergedLedger } from "../merge-ledger.ts";
import type { CustomerMergeView } from "../types.ts";

/** The customers that were found to be this one, the last merged first. */
export async function listMergesOf(
  tx: TenantTx,
  session: Session,
  customerId: string,
): Promise<CustomerMergeView[]> {
  const rows = await tx.customerMerge.findMany({
    where: { survivorId: customerId },
    orderBy: { id: "desc" },
  });
  const names = await findMemberNames(
    tx,
    rows.flatMap(({ mergedBy }) => mergedBy ?? []),
  );
  const mayRead = mayReadPersonalData(session);
  return rows.map((row, at) => ({
    id: row.id,
    externalId: shownNumber(session, { id: row.id, number: row.mergedExternalId }),
    name: mayRead ? MergedLedger.parse(row.merged).customer.name : null,
    orders: row.orderIds.length,
    mergedAt: row.mergedAt.toISOString(),
    mergedBy: names.get(row.mergedBy ?? "") ?? null,
    isLast: at === 0,
  }));
}
