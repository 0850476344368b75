import "server-only";
import { fromPrisma } from "pg-boss";
import type { AccountTx } from "#lib/db/accounts.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { sender } from "./boss.ts";
import type { JobName, JobPayload } from "./queues.ts";

/**
 * Put a job into its queue in the transaction of the change that causes it: both happen or neither.
 * `onlyOne` keeps at most one such job waiting; as a rule jobs of one workspace run one after the other.
 */
export async function enqueue<N extends JobName>(
  tx: TenantTx,
  name: N,
  payload: JobPayload<N> & { tenantId: string },
  onlyOne?: string,
): Promise<void> {
  const boss = await sender();
  await boss.send(name, payload, {
    db: fromPrisma(tx),
    group: { id: payload.tenantId },
    ...(onlyOne ? { singletonKey: onlyOne } : {}),
  });
}

/** The same for a job that waits so many seconds first. */
export async function enqueueLater<N extends JobName>(
  tx: TenantTx,
  name: N,
  payload: JobPayload<N> & { tenantId: string },
  waitSeconds: number,
): Promise<void> {
  const boss = await sender();
  await boss.send(name, payload, {
    db: fromPrisma(tx),
    group: { id: payload.tenantId },
    startAfter: waitSeconds,
  });
}

/** Compute the workspace's value again after this transaction; one waiting computation is enough. */
export function enqueueValueRefresh(tx: TenantTx, tenantId: string): Promise<void> {
  return enqueue(tx, "value.refresh", { tenantId }, tenantId);
}

/** Look at the workspace's customers again after this transaction: what their attributes hold, and who may be the same. */
export function enqueueCustomerProfile(tx: TenantTx, tenantId: string): Promise<void> {
  return enqueue(tx, "customers.profile", { tenantId }, tenantId);
}

/** Tell again after this transaction who is in which segment; one waiting computation is enough. */
export function enqueueSegmentRefresh(tx: TenantTx, tenantId: string): Promise<void> {
  return enqueue(tx, "segments.refresh", { tenantId }, tenantId);
}

/** Look for groups of the workspace's customers after this transaction. */
export function enqueueSuggestions(tx: TenantTx, tenantId: string): Promise<void> {
  return enqueue(tx, "segments.suggest", { tenantId }, tenantId);
}

/** Send a mail of the outbox once this transaction is done. */
export async function enqueueMail(tx: TenantTx | AccountTx, mailId: string): Promise<void> {
  const boss = await sender();
  await boss.send("mail.send", { mailId }, { db: fromPrisma(tx) });
}
