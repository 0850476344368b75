import "server-only";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { getRun, listRuns, type RunDetail, type RunSummary } from "../queries.ts";
import { StoredWarningsSchema } from "../stored-run.ts";

/** A run as its list shows it: who asked for it (null: nobody, it runs by itself or by the API) and how many doubts it has. */
export type RunEntry = RunSummary & { startedBy: string | null; warningCount: number };

/** The newest runs first, with who started them. */
export async function listRunEntries(tx: TenantTx, limit: number): Promise<RunEntry[]> {
  const runs = await listRuns(tx, limit);
  const rows = await tx.clvRun.findMany({
    where: { id: { in: runs.map(({ id }) => id) } },
    select: { id: true, createdBy: true, warnings: true },
  });
  const names = await namesOf(
    tx,
    rows.map(({ createdBy }) => createdBy),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return runs.map((run) => {
    const row = byId.get(run.id);
    return {
      ...run,
      startedBy: names.get(row?.createdBy ?? "") ?? null,
      warningCount: StoredWarningsSchema.parse(row?.warnings ?? []).length,
    };
  });
}

/** One run by id, with who started it. @throws DomainError `not_found` */
export async function getRunEntry(
  tx: TenantTx,
  id: string,
): Promise<RunDetail & { startedBy: string | null }> {
  const run = await getRun(tx, id);
  const row = await tx.clvRun.findFirst({ where: { id }, select: { createdBy: true } });
  const names = await namesOf(tx, [row?.createdBy ?? null]);
  return { ...run, startedBy: names.get(row?.createdBy ?? "") ?? null };
}

/** The run that waits or goes on now, the newest; null where none does. */
export async function findWaitingRun(tx: TenantTx): Promise<RunSummary | null> {
  const runs = await listRuns(tx, 5);
  return runs.find(({ status }) => status === "queued" || status === "running") ?? null;
}

async function namesOf(
  tx: TenantTx,
  memberIds: readonly (string | null)[],
): Promise<Map<string, string>> {
  const ids = [...new Set(memberIds.flatMap((id) => (id === null ? [] : [id])))];
  if (ids.length === 0) return new Map();
  const members = await tx.membership.findMany({
    where: { id: { in: ids } },
    select: { id: true, accountId: true },
  });
  const accounts = await tx.account.findMany({
    where: { id: { in: members.map(({ accountId }) => accountId) } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(accounts.map(({ id, name }) => [id, name]));
  return new Map(members.map(({ id, accountId }) => [id, nameOf.get(accountId) ?? ""]));
}
