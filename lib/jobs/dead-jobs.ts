import "server-only";
import { fromPrisma } from "pg-boss";
import type { AccountTx } from "#lib/db/accounts.ts";
import { sender } from "./boss.ts";

/** Take a job out of a dead-letter queue and, unless `to` is null, put its payload into another. False: it is gone. */
export async function moveDeadJob(
  tx: AccountTx,
  { id, from, to }: { id: string; from: string; to: string | null },
): Promise<boolean> {
  const boss = await sender();
  const db = fromPrisma(tx);
  const [job] = await boss.findJobs<{ tenantId?: string }>(from, { id, db });
  if (!job) return false;
  const { tenantId } = job.data ?? {};
  // As `enqueue` puts it: one that waits for the same workspace is enough, and stands in nobody else's way.
  const own = tenantId ? { group: { id: tenantId }, singletonKey: tenantId } : {};
  if (to !== null) await boss.send(to, job.data ?? {}, { db, ...own });
  await boss.deleteJob(from, id, { db });
  return true;
}
