import "server-only";
import type { JobWithMetadata, PgBoss } from "pg-boss";
import { runDailyCleanUp } from "#lib/clean-up/index.ts";
import { startNightlyRuns } from "#lib/clv-runs/commands/start-nightly-runs.ts";
import { giveUpRun, runClv } from "#lib/clv-runs/jobs.ts";
import { runCustomerProfile } from "#lib/customers/index.ts";
import { findWorkspace } from "#lib/db/directory.ts";
import { WorkspaceClosed } from "#lib/db/workspace-closed.ts";
import { failImport, runImport } from "#lib/imports/index.ts";
import { log } from "#lib/log.ts";
import { giveUpMail, sendQueuedMail } from "#lib/mail/index.ts";
import { resumeImports } from "#lib/operations/index.ts";
import { failExport, runDueDeletions, runExport } from "#lib/protection/index.ts";
import { suggestSegments } from "#lib/segments/index.ts";
import { refreshAllSegments, runSegmentRefresh } from "#lib/segments/jobs.ts";
import { fetchDueSources, fetchSource } from "#lib/source-fetch/index.ts";
import { runValueRefresh } from "#lib/value/index.ts";
import { giveUpWebhook, resumeWebhooks, sendWebhook } from "#lib/webhooks/index.ts";
import { startWorkerBoss } from "./boss.ts";
import { deadLetterOf, JOBS, type JobName, type JobPayload } from "./queues.ts";

/** Jobs of one kind that run at once in one process; as a rule one workspace has one at once. */
const AT_ONCE = 2;
const EVERY_NIGHT = "17 3 * * *";
const EVERY_NIGHT_LATER = "37 3 * * *";
const EVERY_MORNING = "57 3 * * *";
const EVERY_HOUR = "43 * * * *";
const EVERY_FIVE_MINUTES = "*/5 * * * *";

type Handler<N extends JobName> = {
  run: (payload: JobPayload<N>) => Promise<void>;
  /** After the last try: say so where a person looks. */
  onGivenUp?: (payload: JobPayload<N>) => Promise<void>;
};

const HANDLERS: { [N in JobName]: Handler<N> } = {
  "import.run": { run: runImport, onGivenUp: failImport },
  "value.refresh": { run: runValueRefresh },
  "customers.profile": { run: runCustomerProfile },
  "segments.suggest": { run: suggestSegments },
  "clv.run": { run: runClv, onGivenUp: giveUpRun },
  "clv.nightly": { run: startNightlyRuns },
  "segments.refresh": {
    run: async (payload) => {
      await runSegmentRefresh(payload);
    },
  },
  "segments.nightly": { run: refreshAllSegments },
  "mail.send": { run: sendQueuedMail, onGivenUp: giveUpMail },
  "daily.clean-up": { run: runDailyCleanUp },
  "workspace.export": { run: runExport, onGivenUp: failExport },
  "workspaces.delete": { run: runDueDeletions },
  "imports.resume": { run: resumeImports },
  "webhook.send": { run: (payload) => sendWebhook(payload), onGivenUp: giveUpWebhook },
  "webhooks.resume": { run: resumeWebhooks },
  "source.fetch": { run: (payload) => fetchSource(payload) },
  "sources.fetch-due": { run: fetchDueSources },
};

/** Start taking jobs in this process. Stop with `boss.stop()`: it waits for what runs. */
export async function startWorker(only?: readonly JobName[]): Promise<PgBoss> {
  const boss = await startWorkerBoss();
  for (const name of only ?? (Object.keys(HANDLERS) as JobName[])) {
    await take(boss, name);
    await takeDead(boss, name);
  }
  if (!only) {
    await boss.schedule("daily.clean-up", EVERY_NIGHT);
    await boss.schedule("clv.nightly", EVERY_NIGHT_LATER);
    await boss.schedule("segments.nightly", EVERY_MORNING);
    await boss.schedule("workspaces.delete", EVERY_HOUR);
    await boss.schedule("imports.resume", EVERY_FIVE_MINUTES);
    await boss.schedule("webhooks.resume", EVERY_FIVE_MINUTES);
    await boss.schedule("sources.fetch-due", EVERY_FIVE_MINUTES);
  }
  return boss;
}

async function take<N extends JobName>(boss: PgBoss, name: N): Promise<void> {
  await boss.work(
    name,
    {
      includeMetadata: true,
      localConcurrency: AT_ONCE,
      groupConcurrency: 1,
      heartbeatRefreshSeconds: 3,
      pollingIntervalSeconds: 1,
      notifyPollingIntervalSeconds: 1,
    },
    async ([job]: JobWithMetadata<unknown>[]) => {
      if (job) await runOne(name, job);
    },
  );
}

/**
 * A job given up after its last try lies in the dead-letter queue, also when its worker died without a word: whoever
 * waits for it is told. The letter stays there, completed, for an administrator.
 */
async function takeDead<N extends JobName>(boss: PgBoss, name: N): Promise<void> {
  const { onGivenUp } = HANDLERS[name];
  if (!onGivenUp) return;
  await boss.work(deadLetterOf(name), { notifyPollingIntervalSeconds: 5 }, async ([job]) => {
    const payload = JOBS[name].parse(job?.data ?? {}) as JobPayload<N>;
    if (job) await tell(onGivenUp, payload);
  });
}

/** Nobody waits in a workspace that is closed. */
async function tell<P extends object>(
  onGivenUp: (payload: P) => Promise<void>,
  payload: P,
): Promise<void> {
  if (!(await isOpen(payload))) return;
  try {
    await onGivenUp(payload);
  } catch (error) {
    if (!(error instanceof WorkspaceClosed)) throw error;
  }
}

async function runOne<N extends JobName>(name: N, job: JobWithMetadata<unknown>): Promise<void> {
  // The schema of `name` gives the payload of `name`; the compiler cannot follow the indexed lookup.
  const payload = JOBS[name].parse(job.data ?? {}) as JobPayload<N>;
  const startedMs = performance.now();
  const context: object = { job: name, jobId: job.id, retry: job.retryCount, ...payload };
  if (!(await isOpen(payload))) {
    log.info(context, "job left out: its workspace is closed");
    return;
  }
  try {
    await HANDLERS[name].run(payload);
    log.info({ ...context, elapsedMs: Math.round(performance.now() - startedMs) }, "job done");
  } catch (error) {
    if (error instanceof WorkspaceClosed) {
      log.info(context, "job stopped: its workspace was closed");
      return;
    }
    log.error({ ...context, err: error }, "job failed");
    throw error;
  }
}

/** A workspace that is closed or gone has no jobs; opened again, it asks for what is missing. */
async function isOpen(payload: object): Promise<boolean> {
  if (!("tenantId" in payload) || typeof payload.tenantId !== "string") return true;
  return (await findWorkspace(payload.tenantId)) !== null;
}
