export { aliveModelOf, foretellingModelOf, isToldAlive } from "./alive-model.ts";
export { startRun } from "./commands/start-run.ts";
export { StopRun, stopRun } from "./commands/stop-run.ts";
export { thinRuns } from "./commands/thin-runs.ts";
export { mayReadTotalOf, readableGroups } from "./least-shown.ts";
export {
  forecastTable,
  HOLDOUT_FILE,
  holdoutTable,
  LIFETIME_AMOUNTS,
  migrationTable,
  movementTable,
  segmentsAheadTable,
} from "./lifetime-tables.ts";
export { hasCosts, partInterval, tierInterval } from "./part-interval.ts";
export { hasSources } from "./queries/contract-facts.ts";
export {
  type Forecast,
  findMigration,
  findShownRun,
  forecastOf,
  getLifetimeOverview,
  type LifetimeOverview,
  pastMonthOf,
  readSegmentsAhead,
  type SegmentsAhead,
  type ShownRun,
  type TierMigration,
} from "./queries/lifetime-views.ts";
export type { RunPoint } from "./queries/list-run-course.ts";
export { getRunEntry, listRunEntries, type RunEntry } from "./queries/list-run-entries.ts";
export { listRunPage } from "./queries/list-run-page.ts";
export { findMovedTiers, type MovedTiers } from "./queries/moved-tiers.ts";
export {
  findLatestRun,
  findLatestRunId,
  findScore,
  getLifetimeValue,
  getRun,
  listScores,
  type RunDetail,
  type RunSummary,
  type ScoreRow,
} from "./queries.ts";
export { type RunMonth, runMonthAddress } from "./run-month.ts";
export { StartRun } from "./schema.ts";
export { spendIntervals } from "./spend-intervals.ts";
export { RunContactCosts } from "./stored-run.ts";
export { tierOfValue } from "./tier-of-value.ts";
export { mayReadExactValue, valueSeenBy } from "./value-seen-by.ts";
