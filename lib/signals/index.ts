export { listSignals } from "./queries/list-signals.ts";
export { SIGNAL_RECORDS } from "./queries/records.ts";
export { SIGNALS } from "./queries/register.ts";
export { SignalItem, SignalRecord } from "./schema.ts";
