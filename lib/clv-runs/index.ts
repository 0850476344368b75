export { startRun } from "./commands/start-run.ts";
export { thinRuns } from "./commands/thin-runs.ts";
export {
  findLatestRun,
  findScore,
  getLifetimeValue,
  getRun,
  type LifetimeValue,
  listRuns,
  listScores,
  type RunDetail,
  type RunSummary,
  type ScoreRow,
} from "./queries.ts";
export { StartRun } from "./schema.ts";
