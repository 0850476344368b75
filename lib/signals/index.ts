export { recordSignalExport } from "./commands/record-signal-export.ts";
export { exportSignals, SIGNAL_COLUMNS } from "./queries/export-signals.ts";
export { listSignals } from "./queries/list-signals.ts";
export { SIGNALS } from "./queries/register.ts";
export { listSignalOrigins } from "./queries/signal-origins.ts";
