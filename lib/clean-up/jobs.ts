import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { thinRuns } from "#lib/clv-runs/index.ts";
import { databaseNow } from "#lib/db/database-now.ts";
import { purgeExpired } from "#lib/db/directory.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { forgetDeleted } from "#lib/deleted/index.ts";
import { forgetFiles } from "#lib/evidence/index.ts";
import { UNDO_WINDOW_MS } from "#lib/imports/index.ts";
import { inEveryWorkspace } from "#lib/jobs/in-every-workspace.ts";
import { log } from "#lib/log.ts";
import { tellStaleClaims } from "#lib/personae/index.ts";
import { removeOldExports } from "#lib/protection/index.ts";
import { forgetTries } from "#lib/source-fetch/index.ts";
import { forgetMessages } from "#lib/webhooks/index.ts";
import { getSettings } from "#lib/workspaces/index.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** Deleting much in one transaction would block readers: so many rows at a time. */
const AT_ONCE = 20_000;

/**
 * Remove what nobody needs any more, in every workspace: files, ledgers, rejects, audit events, sessions, counters. May
 * run twice.
 */
export async function runDailyCleanUp(_payload: unknown, now?: Date): Promise<void> {
  const purged = await purgeExpired();
  log.info({ purged }, "daily clean-up");
  await inEveryWorkspace("clean-up of a workspace failed", async (session) => {
    await cleanWorkspace(session, now);
    await checkUnderstanding(session, now);
  });
}

async function cleanWorkspace(session: Session, givenNow?: Date): Promise<void> {
  const tenantId = session.workspace.id;
  const { rejectRetentionDays, now } = await withTenant(session, "workspace:read", async (tx) => ({
    ...(await getSettings(tx, session)),
    now: givenNow ?? (await databaseNow(tx)),
  }));
  const undoEnd = new Date(now.getTime() - UNDO_WINDOW_MS);
  const rejectsEnd = new Date(now.getTime() - rejectRetentionDays * DAY_MS);
  const untilDone = async (work: (tx: TenantTx) => Promise<number>) => {
    while ((await withTenant(session, "import:write", work, { timeoutMs: 60_000 })) > 0);
  };
  await untilDone(
    (tx) => tx.$executeRaw`
    DELETE FROM import_row r WHERE r.tenant_id = ${tenantId}::uuid AND (r.import_id, r.line, r.entity) IN (
      SELECT e.import_id, e.line, e.entity FROM import_row e
      JOIN import i ON i.tenant_id = ${tenantId}::uuid AND i.id = e.import_id
      WHERE e.tenant_id = ${tenantId}::uuid AND i.finished_at < ${undoEnd} AND i.status <> 'undoing' LIMIT ${AT_ONCE}::int)`,
  );
  await untilDone(
    (tx) => tx.$executeRaw`
    DELETE FROM import_reject r WHERE r.tenant_id = ${tenantId}::uuid AND (r.import_id, r.line, r.position) IN (
      SELECT e.import_id, e.line, e.position FROM import_reject e
      JOIN import i ON i.tenant_id = ${tenantId}::uuid AND i.id = e.import_id
      WHERE e.tenant_id = ${tenantId}::uuid AND i.finished_at < ${rejectsEnd} LIMIT ${AT_ONCE}::int)`,
  );
  await untilDone(
    (tx) => tx.$executeRaw`
    DELETE FROM import_kept_row k WHERE k.tenant_id = ${tenantId}::uuid AND (k.import_id, k.line, k.entity) IN (
      SELECT e.import_id, e.line, e.entity FROM import_kept_row e
      JOIN import i ON i.tenant_id = ${tenantId}::uuid AND i.id = e.import_id
      WHERE e.tenant_id = ${tenantId}::uuid AND (i.undone_at < ${rejectsEnd}
        -- Those of an undo that was given up go with the ledger it would need to go on.
        OR (i.undone_at IS NULL AND i.status <> 'undoing' AND i.finished_at < ${undoEnd})) LIMIT ${AT_ONCE}::int)`,
  );
  await untilDone((tx) => removeOldUpload(tx, undoEnd));
  await withTenant(session, "webhook:write", (tx) => forgetMessages(tx, session), {
    timeoutMs: 60_000,
  });
  await withTenant(session, "source:write", (tx) => forgetTries(tx, session), {
    timeoutMs: 60_000,
  });
  await untilDone((tx) => removeOldRequests(tx, tenantId));
  await untilDone((tx) => thinRuns(tx, session));
  await withTenant(session, "protection:write", (tx) => removeOldExports(tx, now));
  await withTenant(session, "retention:write", (tx) => tx.$queryRaw`SELECT purge_audit()`, {
    timeoutMs: 60_000,
  });
}

/** Claims that have become stale are told; what was deleted a day ago, and kept files that nothing points at go. */
async function checkUnderstanding(session: Session, now?: Date): Promise<void> {
  await withTenant(session, "evidence:write", (tx) => forgetDeleted(tx, session));
  await withTenant(session, "evidence:write", (tx) => forgetFiles(tx, session), {
    timeoutMs: 60_000,
  });
  await withTenant(session, "persona:write", (tx) => tellStaleClaims(tx, session, now), {
    timeoutMs: 60_000,
  });
}

/** Answers to requests of the API that came with a key, after a day. */
function removeOldRequests(tx: TenantTx, tenantId: string): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM api_request r WHERE r.tenant_id = ${tenantId}::uuid AND (r.api_key_id, r.request_key) IN (
      SELECT e.api_key_id, e.request_key FROM api_request e
      WHERE e.tenant_id = ${tenantId}::uuid AND e.created_at < now() - interval '24 hours' LIMIT ${AT_ONCE}::int)`;
}

async function removeOldUpload(tx: TenantTx, before: Date): Promise<number> {
  const old = await tx.upload.findFirst({
    where: {
      createdAt: { lt: before },
      imports: { none: { status: { in: ["queued", "running"] } } },
    },
    select: { id: true },
  });
  if (!old) return 0;
  await tx.import.updateMany({ where: { uploadId: old.id }, data: { uploadId: null } });
  const { count } = await tx.upload.deleteMany({ where: { id: old.id } });
  return count;
}
