import { JOB_SCHEMA } from "#lib/jobs/install.ts";
import { Bad, type Check } from "./types.ts";

/** The worker looks at its queues every five seconds. */
const SILENT_AFTER_SECONDS = 60;

const jobSchema: Check = {
  name: "job tables",
  look: async ({ user }) => {
    const { rows } = await user.query<{ version: number }>(
      `SELECT version FROM ${JOB_SCHEMA}.version`,
    );
    return `The job tables are of version ${rows[0]?.version ?? "unknown"}.`;
  },
};

const worker: Check = {
  name: "worker",
  look: async ({ user }) => {
    const { rows } = await user.query<{ silent: number | null }>(
      `SELECT extract(epoch FROM now() - max(greatest(monitor_claim_on, monitor_on)))::int AS silent FROM ${JOB_SCHEMA}.queue`,
    );
    const silent = rows[0]?.silent ?? null;
    if (silent === null) return new Bad("No worker has ever run here: start Throughline.");
    if (silent > SILENT_AFTER_SECONDS)
      return new Bad(
        `The worker has been silent for ${silent} s: start Throughline, or look into its log.`,
      );
    return `The worker was heard ${Math.max(silent, 0)} s ago.`;
  },
};

const deadJobs: Check = {
  name: "queues",
  look: async ({ user }) => {
    const { rows } = await user.query<{ waiting: number; given_up: number; oldest: number | null }>(
      `SELECT count(*) FILTER (WHERE name NOT LIKE '%.dead' AND state IN ('created', 'retry') AND start_after <= now())::int AS waiting,
              count(*) FILTER (WHERE name LIKE '%.dead' AND state = 'created')::int AS given_up,
              max(extract(epoch FROM now() - created_on)) FILTER (WHERE name NOT LIKE '%.dead' AND state = 'created' AND start_after <= now())::int AS oldest
       FROM ${JOB_SCHEMA}.job`,
    );
    const { waiting = 0, given_up: givenUp = 0, oldest = null } = rows[0] ?? {};
    if (givenUp > 0)
      return new Bad(
        `${givenUp} jobs were given up: look into the worker's log, then send them again.`,
      );
    if (oldest !== null && oldest > 3600)
      return new Bad(
        `A job has waited for ${Math.round(oldest / 60)} minutes: start another worker.`,
      );
    return `${waiting} jobs wait, none was given up.`;
  },
};

export const JOB_CHECKS: readonly Check[] = [jobSchema, worker, deadJobs];
