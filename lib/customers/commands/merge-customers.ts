import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { lockDeleted } from "#lib/deleted/index.ts";
import { DomainError } from "#lib/errors/index.ts";
import { enqueueValueRefresh } from "#lib/jobs/enqueue.ts";
import {
  lockLists,
  mergedMemberships,
  readMemberships,
  writeMemberships,
} from "#lib/segment-lists/index.ts";
import { postEvent } from "#lib/webhooks/index.ts";
import {
  type MergedLedger,
  type MovedRows,
  mergedConsents,
  type SurvivorLedger,
} from "../merge-ledger.ts";
import { mergedValues } from "../merge-values.ts";
import type { MergeCustomers } from "../schema.ts";
import { readLedgerConsents, writeLedgerConsents } from "./ledger-consents.ts";
import { type LockedCustomer, lockCustomers } from "./lock-customers.ts";
import { moveRows } from "./move-rows.ts";
import { settleLists } from "./settle-lists.ts";
import { valuesOf, writeValues } from "./write-values.ts";

/**
 * Make one customer of two: the survivor gets the orders, and what only the other had; the other's row goes into a
 * ledger, from which `unmergeCustomers` brings it back. Its number finds the survivor from now on.
 *
 * @throws DomainError `not_found`; `invalid_input` for a survivor who is neither of the two, or for one customer twice
 */
export async function mergeCustomers(
  tx: TenantTx,
  session: Session,
  { firstId, secondId, survivorId }: MergeCustomers,
): Promise<{ survivorId: string }> {
  await lockLists(tx, session);
  await lockDeleted(tx, session);
  const customers = await lockCustomers(tx, session, [firstId, secondId]);
  const survivor = customers.find(({ id }) => id === survivorId);
  const merged = customers.find(({ id }) => id !== survivorId);
  if (!(survivor && merged)) throw twoNeeded();
  const [own, other] = [
    await readBeside(tx, session, survivor.id),
    await readBeside(tx, session, merged.id),
  ];
  const values = mergedValues(valuesOf(survivor), valuesOf(merged));
  const consents = mergedConsents(own.consents, other.consents);
  const evidence = await readEvidence(tx, survivor.id, merged.id);
  const moved = await moveAlong(tx, session, { from: merged.id, to: survivor.id });
  await tx.customer.deleteMany({ where: { id: merged.id } });
  await writeValues(tx, session, survivor.id, values);
  await writeLedgerConsents(tx, session, survivor.id, consents);
  await writeMemberships(
    tx,
    session,
    survivor.id,
    mergedMemberships(own.memberships, other.memberships),
  );
  await settleLists(tx, session, [survivor.id]);
  const mergeId = await storeLedger(tx, session, survivor, {
    ledger: { customer: merged, ...other, evidence },
    before: { values: valuesOf(survivor), ...own },
    after: { values, consents, memberships: await readMemberships(tx, session, survivor.id) },
    ...moved,
  });
  await enqueueValueRefresh(tx, session.workspace.id);
  await recordEvent(tx, session, {
    action: "customer.merged",
    object: { type: "customer", id: survivor.id },
    after: { merge: mergeId, other: merged.id, orders: moved.orderIds.length },
  });
  const facts = { mergeId, survivorId: survivor.id, mergedId: merged.id };
  await postEvent(tx, session, "customer.merged", { ...facts, orders: moved.orderIds.length });
  return { survivorId };
}

/** What a customer has beside its row and is no row of its own. */
async function readBeside(tx: TenantTx, session: Session, customerId: string) {
  return {
    consents: await readLedgerConsents(tx, session, customerId),
    memberships: await readMemberships(tx, session, customerId),
  };
}

function twoNeeded(): DomainError {
  const message = "Choose which of two different customers stays.";
  return new DomainError("invalid_input", message, { fields: { survivorId: [message] } });
}

async function readEvidence(tx: TenantTx, one: string, other: string): Promise<string[] | null> {
  const [firstId = "", secondId = ""] = [one, other].toSorted();
  const pair = await tx.customerDuplicate.findFirst({
    where: { firstId, secondId },
    select: { evidence: true },
  });
  return pair?.evidence ?? null;
}

type Moved = { orderIds: string[]; mergeIds: string[]; moved: MovedRows };

/** Orders and all other rows, and the customers merged before, go along. */
async function moveAlong(
  tx: TenantTx,
  session: Session,
  { from, to }: { from: string; to: string },
): Promise<Moved> {
  const { workspace } = session;
  const orders = await tx.$queryRaw<{ id: string }[]>`
    UPDATE customer_order o SET customer_id = ${to}::uuid
    WHERE o.tenant_id = ${workspace.id}::uuid AND o.customer_id = ${from}::uuid RETURNING o.id`;
  const merges = await tx.$queryRaw<{ id: string }[]>`
    UPDATE customer_merge m SET survivor_id = ${to}::uuid
    WHERE m.tenant_id = ${workspace.id}::uuid AND m.survivor_id = ${from}::uuid RETURNING m.id`;
  return {
    orderIds: orders.map(({ id }) => id),
    mergeIds: merges.map(({ id }) => id),
    moved: await moveRows(tx, session, { from, to }),
  };
}

type NewLedger = Moved & {
  ledger: MergedLedger;
  before: SurvivorLedger;
  after: SurvivorLedger;
};

async function storeLedger(
  tx: TenantTx,
  { actor }: Session,
  survivor: LockedCustomer,
  { ledger, before, after, ...moved }: NewLedger,
): Promise<string> {
  const id = newId();
  await tx.customerMerge.create({
    data: {
      id,
      survivorId: survivor.id,
      mergedExternalId: ledger.customer.external_id,
      merged: ledger,
      survivorBefore: before,
      survivorAfter: after,
      ...moved,
      mergedBy: actor.kind === "member" ? actor.membershipId : null,
    },
    select: { id: true },
  });
  return id;
}
