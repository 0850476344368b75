export { discardDeadJob } from "./commands/discard-dead-job.ts";
export { retryDeadJob } from "./commands/retry-dead-job.ts";
export { resumeImports } from "./jobs.ts";
export { type Administration, getAdministration, readMetrics } from "./queries.ts";
