export { type RefreshedValue, refreshValue } from "./commands/refresh-value.ts";
export { setAsOf } from "./commands/set-as-of.ts";
export { concentrationTable, segmentsTable } from "./csv-tables.ts";
export { runValueRefresh } from "./jobs.ts";
export { findValueOverview, getValueAbsence, getValueOverview } from "./queries.ts";
