/** Sizes and counts of the whole installation: nothing that stands in a workspace. */
export type Operations = {
  version: string;
  /** Such as "18.4" */
  serverVersion: string;
  /** Whether it is at the floor below which row security is known to leak, or above */
  isServerRecent: boolean;
  databaseBytes: number;
  connections: number;
  mostConnections: number;
  workspaces: number;
  closingWorkspaces: number;
  mailWaiting: number;
  mailFailed: number;
  /** null where none was ever made */
  backup: Backup | null;
};

/** The last backup. The instant is ISO 8601 in UTC. */
export type Backup = {
  at: string;
  rows: number;
  bytes: number;
  elapsedMs: number;
  version: string;
};

export const JOB_STATES = [
  "created",
  "retry",
  "active",
  "completed",
  "cancelled",
  "failed",
] as const;
export type JobState = (typeof JOB_STATES)[number];

/** How many jobs a queue holds in a state. */
export type QueueCount = { queue: string; state: JobState; count: number };

/** A job by its ids: what it is about is looked up by who may. */
export type JobRow = {
  id: string;
  queue: string;
  state: JobState;
  tenantId: string | null;
  /** ISO 8601 in UTC */
  createdAt: string;
  retries: number;
};

export type ImportCount = { status: string; count: number };

/** An import that waits, runs, is being undone or failed in the last seven days. `percent` is of the undo while that runs. */
export type ImportWork = {
  tenantId: string;
  importId: string;
  kind: string;
  status: string;
  percent: number;
  at: string;
};

/** The certificate of a workspace's end, or its beginning. */
export type Deletion = {
  id: string;
  tenantId: string;
  requestedAt: string;
  deleteAfter: string;
  finishedAt: string | null;
  rows: number;
  rowsLeft: number | null;
};
