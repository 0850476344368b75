export { refreshMonths } from "./commands/refresh-months.ts";
export { type RefreshedValue, refreshValue } from "./commands/refresh-value.ts";
export { setAsOf } from "./commands/set-as-of.ts";
export { runValueRefresh } from "./jobs.ts";
export { findSegmentProfits, type SegmentProfits } from "./queries/segment-profits.ts";
export { valueFileOf } from "./queries/value-files.ts";
export {
  findCohorts,
  findRfmGrid,
  findValueOverview,
  findValueTrend,
  getCohorts,
  getRfmGrid,
  getValueAbsence,
  getValueOverview,
  getValueTrend,
} from "./queries.ts";
export { VALUE_AMOUNTS } from "./value-tables.ts";
