import "server-only";
import { isRecentEnough, versionText } from "#lib/boot/server-version.ts";
import {
  countImports,
  countJobs,
  listDeadJobs,
  listDeletions,
  listImportWork,
  listOpenJobs,
  readOperations,
} from "#lib/db/operations.ts";
import { PROGRAM_VERSION } from "#lib/program-version.ts";
import { httpCounts } from "./http-counts.ts";
import { metricsText } from "./metrics-text.ts";
import type { Operations } from "./types.ts";

/** Everything the administrator page shows. */
export async function getAdministration() {
  const [operations, queues, openJobs, deadJobs, imports, deletions] = await Promise.all([
    getOperations(),
    countJobs(),
    listOpenJobs(),
    listDeadJobs(),
    listImportWork(),
    listDeletions(),
  ]);
  return { operations, queues, openJobs, deadJobs, imports, deletions };
}
export type Administration = Awaited<ReturnType<typeof getAdministration>>;

/** The answer to Prometheus. */
export async function readMetrics(nowMs: number): Promise<string> {
  const [operations, queues, imports] = await Promise.all([
    getOperations(),
    countJobs(),
    countImports(),
  ]);
  const { rss, heapUsed } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  return metricsText({
    operations,
    queues,
    imports,
    http: httpCounts(),
    process: {
      uptimeSeconds: process.uptime(),
      cpuSeconds: (user + system) / 1e6,
      residentBytes: rss,
      heapBytes: heapUsed,
    },
    nowMs,
  });
}

async function getOperations(): Promise<Operations> {
  const { serverVersionNumber, ...stored } = await readOperations();
  return {
    ...stored,
    version: PROGRAM_VERSION,
    serverVersion: versionText(serverVersionNumber),
    isServerRecent: isRecentEnough(serverVersionNumber),
  };
}
