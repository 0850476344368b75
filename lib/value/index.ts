export { refreshMonths } from "./commands/refresh-months.ts";
export { type RefreshedValue, refreshValue } from "./commands/refresh-value.ts";
export { setAsOf } from "./commands/set-as-of.ts";
export {
  cohortsCsv,
  concentrationTable,
  profitCurveTable,
  rfmCsv,
  segmentsTable,
  trendCsv,
} from "./csv-tables.ts";
export { runValueRefresh } from "./jobs.ts";
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
