import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { lockDeleted } from "#lib/deleted/index.ts";
import { DomainError } from "#lib/errors/index.ts";
import { enqueueValueRefresh } from "#lib/jobs/enqueue.ts";
import {
  lockLists,
  readMemberships,
  unmergedMemberships,
  writeMemberships,
} from "#lib/segment-lists/index.ts";
import type { ListMembership } from "#lib/segment-lists/types.ts";
import { MergedLedger, MovedRows, SurvivorLedger, unmergedConsents } from "../merge-ledger.ts";
import { unmergedValues } from "../merge-values.ts";
import type { UnmergeCustomers } from "../schema.ts";
import { readLedgerConsents, writeLedgerConsents } from "./ledger-consents.ts";
import { lockCustomers } from "./lock-customers.ts";
import { moveRowsBack } from "./move-rows.ts";
import { settleLists } from "./settle-lists.ts";
import { valuesOf, writeValues } from "./write-values.ts";

/**
 * Take a merge back: the merged customer is there again with its row, its consents and the orders it brought; the
 * survivor loses what the merge gave and nobody has changed since. Orders that came after the merge stay.
 *
 * @throws DomainError `not_found`; `conflict` while a later merge into the same customer stands
 */
export async function unmergeCustomers(
  tx: TenantTx,
  session: Session,
  { mergeId }: UnmergeCustomers,
): Promise<{ survivorId: string; mergedId: string }> {
  await lockLists(tx, session);
  await lockDeleted(tx, session);
  const merge = await tx.customerMerge.findFirst({ where: { id: mergeId } });
  if (!merge) throw new DomainError("not_found", "This merge was taken back already.");
  const { survivorId } = merge;
  const [survivor] = await lockCustomers(tx, session, [survivorId]);
  if (!survivor) throw new DomainError("not_found", "This customer does not exist any more.");
  await requireLast(tx, merge);
  const { customer, consents, memberships, evidence } = MergedLedger.parse(merge.merged);
  const before = SurvivorLedger.parse(merge.survivorBefore);
  const after = SurvivorLedger.parse(merge.survivorAfter);
  const consentsNow = await readLedgerConsents(tx, session, survivorId);
  // First of all: the number is free for its own customer again.
  await tx.customerMerge.deleteMany({ where: { id: mergeId } });
  await restoreCustomer(tx, session, customer);
  await writeLedgerConsents(tx, session, customer.id, consents);
  await writeMemberships(tx, session, customer.id, memberships);
  await moveBack(tx, session, { ...merge, mergedId: customer.id });
  await writeValues(
    tx,
    session,
    survivorId,
    unmergedValues(valuesOf(survivor), before.values, after.values),
  );
  const consentsThen = { before: before.consents, after: after.consents };
  await writeLedgerConsents(tx, session, survivorId, unmergedConsents(consentsNow, consentsThen));
  await leaveLists(tx, session, survivorId, {
    before: before.memberships,
    after: after.memberships,
  });
  await settleLists(tx, session, [survivorId, customer.id]);
  if (evidence) await proposeAgain(tx, [survivorId, customer.id], evidence);
  await enqueueValueRefresh(tx, session.workspace.id);
  await recordEvent(tx, session, {
    action: "customer.unmerged",
    object: { type: "customer", id: survivorId },
    after: { merge: mergeId, other: customer.id, orders: merge.orderIds.length },
  });
  return { survivorId, mergedId: customer.id };
}

/** Merges are taken back in the order of a pile: only so is what each of them gave still known. */
async function requireLast(
  tx: TenantTx,
  { id, survivorId }: { id: string; survivorId: string },
): Promise<void> {
  const later = await tx.customerMerge.findFirst({
    where: { survivorId, id: { gt: id } },
    orderBy: { id: "desc" },
    select: { mergedExternalId: true },
  });
  if (!later) return;
  throw new DomainError(
    "conflict",
    `${later.mergedExternalId} was merged into this customer later. Take that merge back first.`,
  );
}

/** The survivor is on the lists of before, and on those that have changed since. */
async function leaveLists(
  tx: TenantTx,
  session: Session,
  survivorId: string,
  then: { before: readonly ListMembership[]; after: readonly ListMembership[] },
): Promise<void> {
  const now = await readMemberships(tx, session, survivorId);
  await writeMemberships(tx, session, survivorId, unmergedMemberships(now, then));
}

async function restoreCustomer(
  tx: TenantTx,
  { workspace }: Session,
  row: MergedLedger["customer"],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO customer (tenant_id, id, external_id, email, name, phone, registered_on, attributes, created_import_id,
      changed_import_id, created_at, updated_at)
    VALUES (${workspace.id}::uuid, ${row.id}::uuid, ${row.external_id}, ${row.email}, ${row.name}, ${row.phone},
      ${row.registered_on}::date, ${JSON.stringify(row.attributes)}::jsonb, ${row.created_import_id}::uuid,
      ${row.changed_import_id}::uuid, ${row.created_at}::timestamptz, ${row.updated_at}::timestamptz)`;
}

type MoveBack = {
  survivorId: string;
  mergedId: string;
  orderIds: string[];
  mergeIds: string[];
  moved: unknown;
};

async function moveBack(
  tx: TenantTx,
  session: Session,
  { survivorId, mergedId, orderIds, mergeIds, moved }: MoveBack,
): Promise<void> {
  const { workspace } = session;
  const way = { from: survivorId, to: mergedId };
  await moveRowsBack(tx, session, way, MovedRows.parse(moved));
  await tx.$executeRaw`
    UPDATE customer_order o SET customer_id = ${mergedId}::uuid
    WHERE o.tenant_id = ${workspace.id}::uuid AND o.id = ANY(${orderIds}::uuid[]) AND o.customer_id = ${survivorId}::uuid`;
  await tx.customerMerge.updateMany({
    where: { id: { in: mergeIds } },
    data: { survivorId: mergedId },
  });
}

async function proposeAgain(
  tx: TenantTx,
  ids: readonly [string, string],
  evidence: string[],
): Promise<void> {
  const [firstId = "", secondId = ""] = ids.toSorted();
  await tx.customerDuplicate.create({
    data: { firstId, secondId, evidence },
    select: { firstId: true },
  });
}
