import { z } from "zod";

/** Payloads carry ids only; the handler enters the workspace afresh. */
export const JOBS = {
  "import.run": z.object({ tenantId: z.uuid(), importId: z.uuid() }),
  "value.refresh": z.object({ tenantId: z.uuid() }),
  "customers.profile": z.object({ tenantId: z.uuid() }),
  "segments.suggest": z.object({ tenantId: z.uuid() }),
  "clv.run": z.object({ tenantId: z.uuid(), runId: z.uuid() }),
  "clv.nightly": z.object({}),
  "segments.refresh": z.object({ tenantId: z.uuid() }),
  "segments.nightly": z.object({}),
  "mail.send": z.object({ mailId: z.uuid() }),
  "daily.clean-up": z.object({}),
  "workspace.export": z.object({ tenantId: z.uuid(), exportId: z.uuid() }),
  "workspaces.delete": z.object({}),
  "imports.resume": z.object({}),
  "webhook.send": z.object({ tenantId: z.uuid(), deliveryId: z.uuid() }),
  "webhooks.resume": z.object({}),
  "source.fetch": z.object({ tenantId: z.uuid(), sourceId: z.uuid() }),
  "sources.fetch-due": z.object({}),
} as const;
export type JobName = keyof typeof JOBS;
export type JobPayload<N extends JobName> = z.output<(typeof JOBS)[N]>;

export type QueueSettings = {
  policy: "standard" | "short";
  retryLimit: number;
  retryDelay: number;
  retryDelayMax: number;
  /** A worker that falls silent for so long is dead, and its job starts again elsewhere. */
  heartbeatSeconds: number;
  expireInSeconds: number;
};

const COMMON: QueueSettings = {
  policy: "standard",
  retryLimit: 5,
  retryDelay: 2,
  retryDelayMax: 60,
  heartbeatSeconds: 10,
  expireInSeconds: 6 * 60 * 60,
};

export const QUEUES: Readonly<Record<JobName, QueueSettings>> = {
  "import.run": { ...COMMON, retryLimit: 10 },
  // At most one waiting computation per workspace (singletonKey).
  "value.refresh": { ...COMMON, policy: "short" },
  // As for value: what one finds after the last import is enough.
  "customers.profile": { ...COMMON, policy: "short" },
  "segments.suggest": { ...COMMON, policy: "short" },
  "clv.run": { ...COMMON, retryLimit: 3 },
  "clv.nightly": COMMON,
  // As for value.
  "segments.refresh": { ...COMMON, policy: "short" },
  "segments.nightly": COMMON,
  "mail.send": { ...COMMON, retryLimit: 8, retryDelay: 15, retryDelayMax: 3600 },
  "daily.clean-up": COMMON,
  "workspace.export": { ...COMMON, retryLimit: 3 },
  "workspaces.delete": COMMON,
  "imports.resume": COMMON,
  // For an error on our side; a refusal of the receiver is tried again by the outbox's own timetable.
  "webhook.send": { ...COMMON, retryDelay: 5, retryDelayMax: 600 },
  "webhooks.resume": COMMON,
  // At most one that waits for a source (singletonKey). An address that refuses is asked again by the schedule's own timetable.
  "source.fetch": { ...COMMON, policy: "short", retryLimit: 2, retryDelay: 30 },
  "sources.fetch-due": COMMON,
};

/** Where a job goes that failed for good; an administrator sees it there. */
export function deadLetterOf(name: JobName): string {
  return `${name}.dead`;
}
