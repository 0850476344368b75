export { type RefreshedValue, refreshValue } from "./commands/refresh-value.ts";
export { setAsOf } from "./commands/set-as-of.ts";
export { runValueRefresh } from "./jobs.ts";
export { findValueOverview, getValueAbsence } from "./queries.ts";
